public import Domain

extension Policy {
    /// The same policy with classes in other tiers, unchecked: for trying what would happen, never for serving.
    public func replacing(tiers: [ClassCode: Tier]) -> Policy {
        var content = content
        content.classes = content.classes.map { known in
            SensitivityClass(
                id: known.id, code: known.code, tier: tiers[known.code] ?? known.tier, name: known.name,
                because: known.because)
        }
        return Policy(content, digest: digest)
    }
}
