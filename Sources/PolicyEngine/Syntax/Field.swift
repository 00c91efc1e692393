/// A key of a mapping, with the shape of its value.
struct Field: Sendable {
    let key: String
    let shape: Shape
    let isRequired: Bool
    /// What an editor says about it.
    let about: String?

    static func required(_ key: String, _ shape: Shape, _ about: String? = nil) -> Field {
        Field(key: key, shape: shape, isRequired: true, about: about)
    }

    static func optional(_ key: String, _ shape: Shape, _ about: String? = nil) -> Field {
        Field(key: key, shape: shape, isRequired: false, about: about)
    }
}
