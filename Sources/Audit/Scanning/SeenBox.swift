import Domain

/// A box as whoever opens the files sees it.
struct SeenBox: Sendable {
    let address: Address
    let byteCount: Int
    /// A part of its nonce, see ``Remnants``.
    let trace: [UInt8]
    let page: Int
    /// What it takes on the page of its address.
    let localByteCount: Int
    /// How many pages more it goes on on.
    let furtherPages: Int
}
