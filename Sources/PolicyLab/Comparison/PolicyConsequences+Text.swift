public import Disclosure
import Domain

extension PolicyConsequences {
    /// Whether anything becomes more visible to anybody.
    public var widens: Bool { lines.contains { $0.widened.items > 0 } }

    /// For a terminal: a line for the whole, and one for each audience and kind that is touched.
    public var text: String {
        let touched = lines.filter { $0.widened.items + $0.narrowed.items > 0 }
        let whole =
            "\(Phrase.count(owners, "owner")) of \(Phrase.count(people, "person", "people")) touched, "
            + "\(Phrase.count(items, "purchase or activity", "purchases and activities")) looked at"
        let rows = touched.map { line in
            "  for \(Phrase.spaced(line.audience.name)), \(line.kind)s: \(line.widened.words("widened")), "
                + "\(line.narrowed.words("narrowed")); shown \(line.shownBefore) before, \(line.shownAfter) after"
        }
        return ([whole] + rows).joined(separator: "\n") + "\n"
    }
}

extension PolicyConsequences.Touch {
    fileprivate func words(_ verb: String) -> String {
        items == 0 ? "none \(verb)" : "\(items) \(verb) of \(Phrase.count(owners, "owner"))"
    }
}
