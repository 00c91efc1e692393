/// Marks keys and records that the feed path may open.
public enum OpenClass: SealingClass {
    public static var keyClass: KeyClass { .open }
}
