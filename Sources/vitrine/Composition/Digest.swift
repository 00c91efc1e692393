import Sealing

/// The hash function that policy revisions are made of.
enum Digest {
    static let blake2b: @Sendable ([UInt8]) -> [UInt8] = { PublicDigest.blake2b256($0) }
}
