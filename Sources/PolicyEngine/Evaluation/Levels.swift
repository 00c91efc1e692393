public import Domain

/// What each named level discloses; rising, and in normal form.
public struct Levels: Sendable, Equatable {
    private let disclosures: [Level: Disclosure]

    init(_ disclosures: [Level: Disclosure]) {
        self.disclosures = disclosures
    }

    /// Whether it could be read; what rules say by a level that could not is not known.
    func has(_ level: Level) -> Bool { disclosures[level] != nil }

    public func disclosure(_ level: Level) -> Disclosure {
        disclosures[level] ?? .nothing
    }
}
