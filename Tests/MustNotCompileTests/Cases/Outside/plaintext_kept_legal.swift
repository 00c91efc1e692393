import Sealing

private func first(_ plaintext: borrowing Plaintext) -> UInt8? {
    plaintext.withBytes { $0.isEmpty ? nil : $0[0] }
}
