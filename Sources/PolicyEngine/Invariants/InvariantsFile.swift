import Domain

/// `invariants.yaml`: what must hold for all inputs.
struct InvariantsFile {
    let invariants: [Invariant]

    init?(_ root: SyntaxNode, classes: ClassDirectory?, sources: Set<String>?, _ diagnostics: Diagnostics) {
        invariants = []
    }
}
