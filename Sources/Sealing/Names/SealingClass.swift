/// A key class as a type, so that the compiler keeps the capabilities apart.
public protocol SealingClass {
    static var keyClass: KeyClass { get }
}
