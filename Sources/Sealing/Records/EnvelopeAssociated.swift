/// What an opaque envelope is bound to: version, what, key generation, purpose, and whatever the caller adds.
struct EnvelopeAssociated: AssociatedForm {
    let purpose: String
    let associated: [UInt8]

    var generation: UInt32 { RecordHeader.firstGeneration }

    var largestByteCount: Int {
        5 * CanonicalWriter.prefixByteCount + 1 + 2 + 4 + purpose.utf8.count + associated.count
    }

    func encode(to writer: inout CanonicalWriter) {
        writer.append(RecordHeader.version)
        writer.append(ReservedKind.envelope.rawValue)
        writer.append(generation)
        writer.append(purpose)
        writer.append(associated)
    }
}
