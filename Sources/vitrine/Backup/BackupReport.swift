/// What a backup holds, as it is told.
struct BackupReport: Codable, Sendable {
    var path: String
    var createdAt: String
    var boxes: UInt64
    var bytes: UInt64
    var keyGeneration: UInt32
    var journalMark: UInt64

    var text: String {
        "\(boxes) boxes, \(bytes) bytes, of \(createdAt), key generation \(keyGeneration), journal mark \(journalMark)"
    }
}
