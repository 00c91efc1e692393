public import Disclosure
import Domain

extension PolicyConsequences {
    private struct Document: Encodable {
        struct Line: Encodable {
            let audience: String
            let kind: String
            let widened: Touch
            let narrowed: Touch
            let shownBefore: Int
            let shownAfter: Int
        }

        struct Touch: Encodable {
            let items: Int
            let owners: Int

            init(_ touch: PolicyConsequences.Touch) {
                items = touch.items
                owners = touch.owners
            }
        }

        let before: String
        let after: String
        let people: Int
        let items: Int
        let owners: Int
        let lines: [Line]
    }

    /// For programs: every audience and kind.
    public var json: String {
        JSONText.text(
            of: Document(
                before: before, after: after, people: people, items: items, owners: owners,
                lines: lines.map { line in
                    Document.Line(
                        audience: line.audience.name, kind: "\(line.kind)", widened: Document.Touch(line.widened),
                        narrowed: Document.Touch(line.narrowed), shownBefore: line.shownBefore,
                        shownAfter: line.shownAfter)
                }
            ))
    }
}
