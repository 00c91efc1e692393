import Domain

/// What purchases take at rest: facts, details and index.
public struct StateSize: Sendable, Encodable {
    public struct Share: Sendable, Encodable {
        public let kind: String
        public let records: Int
        /// Addresses and boxes.
        public let bytes: Int
        /// The pages that they take, their free space included.
        public let fileBytes: Int
    }

    public let purchases: Int
    public let shares: [Share]
    /// Addresses and boxes, a purchase.
    public let bytesPerPurchase: Double
    /// Pages, a purchase.
    public let fileBytesPerPurchase: Double

    /// What the records of a purchase may take.
    static let limit = 600.0
    /// Fewer say nothing: a segment takes its place whether or not it is full.
    static let fewest = 10_000

    var isAboveLimit: Bool { purchases >= Self.fewest && bytesPerPurchase > Self.limit }
}

extension StateSize {
    init(_ scan: DatabaseScan, truths: [Address: BoxTruth]) {
        let local = scan.boxes.reduce(0) { $0 + $1.localByteCount }
        let further = scan.boxes.reduce(0) { $0 + $1.furtherPages }
        let leaves = max(0, scan.roles.pages(of: "sealed") - further) * scan.image.pageSize
        var counts: [BoxTruth.Kind: (records: Int, bytes: Int, fileBytes: Double)] = [:]
        for box in scan.boxes {
            guard let kind = truths[box.address]?.kind else { continue }
            let old = counts[kind] ?? (0, 0, 0)
            let pages =
                Double(leaves) * Double(box.localByteCount) / Double(max(1, local))
                + Double(box.furtherPages * scan.image.pageSize)
            counts[kind] = (old.records + 1, old.bytes + Address.byteCount + box.byteCount, old.fileBytes + pages)
        }
        let names: [(BoxTruth.Kind, String)] = [
            (.segment, "facts"), (.details, "details"), (.purchaseIndex, "index"),
        ]
        shares = names.map { kind, name in
            let found = counts[kind] ?? (0, 0, 0)
            return Share(kind: name, records: found.records, bytes: found.bytes, fileBytes: Int(found.fileBytes))
        }
        purchases = counts[.details]?.records ?? 0
        let number = Double(max(1, purchases))
        bytesPerPurchase = shares.reduce(0) { $0 + Double($1.bytes) } / number
        fileBytesPerPurchase = shares.reduce(0) { $0 + Double($1.fileBytes) } / number
    }
}
