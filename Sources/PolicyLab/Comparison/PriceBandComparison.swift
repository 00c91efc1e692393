import Domain
import PolicyEngine

/// Compares the price bands of two policies, currency by currency.
struct PriceBandComparison {
    let old: PriceBands
    let new: PriceBands

    func differences() -> [SettingDifference] {
        let listed = Set(old.listedCurrencies + new.listedCurrencies).sorted()
        return compare(nil) + listed.flatMap { compare(Currency($0)) }
    }

    /// More edges tell a price more finely.
    ///
    /// Fewer are no plain narrowing: a wide band has goods enough to be shown where a narrow one had too few.
    private func compare(_ currency: Currency?) -> [SettingDifference] {
        let before = old.lowerEdges(of: currency)
        let after = new.lowerEdges(of: currency)
        if before == after { return [] }
        let isFiner = Set(after).isSuperset(of: before)
        return [
            SettingDifference(
                isFiner ? .wider : .mixed, "priceBands.\(currency?.code ?? "default")", Self.words(before),
                Self.words(after),
                note: isFiner ? nil : "a wider band has goods enough to be shown where a narrower one had too few")
        ]
    }

    private static func words(_ edges: [Int64]) -> String {
        "[" + edges.map { "\($0)" }.joined(separator: ", ") + "]"
    }
}
