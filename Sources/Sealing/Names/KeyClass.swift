/// Which of the keys seals a record.
///
/// Nothing stored tells the classes apart.
public enum KeyClass: UInt8, Sendable, CaseIterable {
    /// Records of an owner that the feed path may open.
    case open = 1
    /// Records of an owner that the feed path has no capability to open.
    case withheld = 2
    /// Records that belong to no owner: directory, tokens, indexes.
    case service = 3
}
