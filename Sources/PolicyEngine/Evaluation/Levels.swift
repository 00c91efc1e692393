public import Domain

/// What each named level discloses; rising, and in normal form.
public struct Levels: Sendable, Equatable {
    private let disclosures: [Level: Disclosure]

    init(_ disclosures: [Level: Disclosure]) {
        self.disclosures = disclosures
    }

    public func disclosure(_ level: Level) -> Disclosure {
        disclosures[level] ?? .nothing
    }
}
