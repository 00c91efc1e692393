import Domain
import PolicyEngine

/// Compares the title terms of two policies, word by word.
///
/// What raising some goods does to the share that others have in a form is a matter of the catalogue, and found by counting
/// over one.
struct TermComparison {
    private struct Word: Hashable, Comparable {
        let language: String
        let text: String

        static func < (left: Word, right: Word) -> Bool {
            (left.language, left.text) < (right.language, right.text)
        }
    }

    /// What one entry of the policy does with a word.
    private struct Raise: Hashable {
        let classCode: ClassCode
        let exceptions: Set<String>
    }

    let old: Policy
    let new: Policy

    func differences() -> [TermDifference] {
        let before = Self.words(old)
        let after = Self.words(new)
        return Set(before.keys).union(after.keys).sorted().compactMap { word in
            let was = before[word] ?? []
            let becomes = after[word] ?? []
            if was == becomes { return nil }
            let direction = direction(from: was, to: becomes)
            return TermDifference(
                direction: direction, language: word.language, word: word.text, before: describe(was),
                after: describe(becomes),
                note: direction == .mixed && was.isEmpty
                    ? "goods of tier owner-decides are then shown to whom the stricter class was opted in for" : nil)
        }
    }

    private static func words(_ policy: Policy) -> [Word: Set<Raise>] {
        var words: [Word: Set<Raise>] = [:]
        for term in policy.terms {
            // What is excepted is looked for in either language.
            let raise = Raise(
                classCode: term.classCode,
                exceptions: Set(
                    term.exceptEnglish.map { "en: " + $0.lowercased() } + term.exceptChinese.map { "zh: " + $0 }))
            for word in term.english { words[Word(language: "en", text: word.lowercased()), default: []].insert(raise) }
            for word in term.chinese { words[Word(language: "zh", text: word), default: []].insert(raise) }
        }
        return words
    }

    /// A raise is kept where another to a class at least as strict has no more exceptions.
    private func direction(from before: Set<Raise>, to after: Set<Raise>) -> Direction {
        let loses = !before.allSatisfy { raise in
            after.contains { isCovered(raise, old, by: $0, new) }
        }
        let gained = after.filter { raise in !before.contains { isCovered(raise, new, by: $0, old) } }
        let opensOther = gained.contains { new.tier(of: $0.classCode) == .coarsen }
        return (loses || opensOther ? Direction.wider : .neutral).joined(with: gained.isEmpty ? .neutral : .narrower)
    }

    private func isCovered(_ raise: Raise, _ policy: Policy, by other: Raise, _ otherPolicy: Policy) -> Bool {
        let tier = policy.tier(of: raise.classCode)
        let otherTier = otherPolicy.tier(of: other.classCode)
        // Another class of the same tier is opted in on its own.
        guard otherTier == .withhold || (otherTier == tier && other.classCode == raise.classCode) else { return false }
        return other.exceptions.isSubset(of: raise.exceptions)
    }

    private func describe(_ raises: Set<Raise>) -> String? {
        if raises.isEmpty { return nil }
        let names = ClassNames(old, new)
        return raises.map { raise in
            let except = raise.exceptions.sorted().joined(separator: ", ")
            return names.name(raise.classCode) + (except.isEmpty ? "" : " (unless \(except))")
        }.sorted().joined(separator: ", ")
    }
}
