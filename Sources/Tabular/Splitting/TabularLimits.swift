/// How long the parts of a table may be; beyond that something else than a table is being read.
public enum TabularLimits {
    /// In bytes, line end included.
    public static let recordLength = 1024 * 1024
    /// In bytes.
    public static let fieldLength = 64 * 1024
    /// Cells of a record.
    public static let cells = 1024
}
