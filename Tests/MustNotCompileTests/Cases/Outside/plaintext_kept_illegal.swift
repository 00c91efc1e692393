import Sealing

func kept(_ plaintext: borrowing Plaintext) -> Int {
    // expect: lifetime-dependent variable 'kept' escapes its scope
    var kept = Span<UInt8>()
    plaintext.withBytes { kept = $0 }
    return kept.count
}
