import Domain

extension InvariantsFile {
    /// What the reader of `invariants.yaml` takes apart.
    static let fields: [Field] = [.required("invariants", .list(of: .mapping(InvariantReader.fields)))]
}
