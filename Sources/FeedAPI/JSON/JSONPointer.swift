/// Where in a body something is, made of names that this program knows and of indices (RFC 6901).
///
/// Names are literals of this program, so a pointer cannot echo what a client called a field.
struct JSONPointer: Hashable, Sendable, CustomStringConvertible {
    /// The whole body.
    static let root = JSONPointer(description: "")

    let description: String

    private init(description: String) {
        self.description = description
    }

    func member(_ name: StaticString) -> JSONPointer { JSONPointer(description: "\(description)/\(name)") }
    func element(_ index: Int) -> JSONPointer { JSONPointer(description: "\(description)/\(index)") }
}
