import Domain
import PolicyEngine

/// A class that came, went, or is treated otherwise.
public struct ClassDifference: Sendable, Codable, Hashable {
    public let direction: Direction
    public let id: String
    /// The tier; nothing when the policy does not have the class, which is then withheld.
    public let before: String?
    public let after: String?

    /// The classes that differ, by id.
    static func all(from old: Policy, to new: Policy) -> [ClassDifference] {
        let names = ClassNames(old, new)
        let codes = Set((old.classes + new.classes).map(\.code))
        return codes.compactMap { code in
            let before = old.sensitivityClass(code)?.tier
            let after = new.sensitivityClass(code)?.tier
            if before == after { return nil }
            return ClassDifference(
                direction: .smallerIsWider(old.tier(of: code), new.tier(of: code)), id: names.name(code),
                before: before?.name, after: after?.name)
        }.sorted { $0.id < $1.id }
    }

    var text: String {
        "\(direction.rawValue): class \(id), \(before ?? "unknown and so withheld") -> \(after ?? "unknown and so withheld")"
    }
}
