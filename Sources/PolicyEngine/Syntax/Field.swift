/// A key of a mapping, with the shape of its value.
struct Field: Sendable {
    let key: String
    let shape: Shape
    let isRequired: Bool
    /// The key that cannot be without this one.
    var requiredBeside: String?
    /// What an editor says about it.
    let about: String?

    static func required(_ key: String, _ shape: Shape, _ about: String? = nil) -> Field {
        Field(key: key, shape: shape, isRequired: true, about: about)
    }

    /// A key that may only be left away where another one is left away as well.
    static func required(beside other: String, _ key: String, _ shape: Shape, _ about: String? = nil) -> Field {
        Field(key: key, shape: shape, isRequired: false, requiredBeside: other, about: about)
    }

    static func optional(_ key: String, _ shape: Shape, _ about: String? = nil) -> Field {
        Field(key: key, shape: shape, isRequired: false, about: about)
    }
}
