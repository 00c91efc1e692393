/// Marks keys and records that the feed path has no capability to open.
public enum WithheldClass: SealingClass {
    public static var keyClass: KeyClass { .withheld }
}
