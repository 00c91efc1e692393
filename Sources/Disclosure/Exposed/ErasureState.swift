/// How far an erasure has come; each state is durable before what follows it is begun.
///
/// `requested → keysGone → recordsGone → clean → acknowledged`
public enum ErasureState: String, Sendable, CaseIterable, Comparable, Encodable {
    /// The erasure and its certificate's salt are on disk; nothing is deleted yet.
    case requested
    /// The keys are deleted, so nothing of the person opens any more; tombstones stand in their place.
    case keysGone = "keys-gone"
    /// The boxes, entries, tokens and mentions are deleted; copies of the deleted bytes may lie in the files.
    case recordsGone = "records-gone"
    /// No trace of anything deleted or replaced lies in any file. The certificate can be fetched.
    case clean
    /// The asker has the certificate; the record of the erasure is deleted.
    case acknowledged

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    public static func < (left: ErasureState, right: ErasureState) -> Bool { left.order < right.order }
}
