public import Domain

extension ItemVisibility {
    /// Whether the item may be shown to an audience, as far as this alone decides.
    public func admits(_ audience: Audience) -> Bool { override.admits(audience) }

    /// Everything that can be said about an item, from what admits the most to what admits nobody.
    public static let widestFirst: [ItemVisibility] =
        [.standard] + Audience.others.reversed().map { .atMost($0) } + [.hidden]
}
