import Sealing

private func count(_ plaintext: borrowing Plaintext) -> Int {
    plaintext.withBytes { $0.count }
}
