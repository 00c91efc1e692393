import Sealing

func returned(_ plaintext: borrowing Plaintext) -> Int {
    // expect: 'Escapable'
    let bytes: Span<UInt8> = plaintext.withBytes { $0 }
    return bytes.count
}

func erased(_ plaintext: consuming Plaintext) -> Any {
    // expect: 'Plaintext'
    plaintext
}

func printed(_ plaintext: borrowing Plaintext) {
    // expect: 'Plaintext'
    print(plaintext)
}

func listed(_ plaintext: consuming Plaintext) {
    // expect: 'Plaintext'
    _ = [plaintext]
}

func read(_ plaintext: borrowing Plaintext) {
    // expect: 'storage' is inaccessible due to 'private' protection level
    _ = plaintext.storage
}
