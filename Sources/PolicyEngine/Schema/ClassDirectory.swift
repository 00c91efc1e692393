import Domain

/// The classes of a policy by id, for whatever names them.
struct ClassDirectory {
    let classes: [SensitivityClass]
    private let byID: [String: SensitivityClass]

    init(_ classes: [SensitivityClass]) {
        self.classes = classes
        byID = Dictionary(classes.map { ($0.id, $0) }) { first, _ in first }
    }

    /// The class of that id; an unknown one is reported.
    func named(_ id: String, at place: SourceLocation, _ diagnostics: Diagnostics) -> SensitivityClass? {
        if let found = byID[id] { return found }
        diagnostics.report(
            "unknown class `\(id)`", at: place, suggestion: Spelling.nearest(to: id, among: byID.keys))
        return nil
    }
}
