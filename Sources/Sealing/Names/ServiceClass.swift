/// Marks keys and records that belong to no owner.
public enum ServiceClass: SealingClass {
    public static var keyClass: KeyClass { .service }
}
