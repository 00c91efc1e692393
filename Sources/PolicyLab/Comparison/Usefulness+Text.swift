public import Disclosure
import Domain
import PolicyEngine

extension Usefulness {
    /// For a terminal: the share of ordinary purchases that each audience sees, what becomes of every class, and how well
    /// it is guessed.
    public var text: String {
        var lines = ["policy `\(revision)`, \(Phrase.count(purchases, "purchase"))"]
        if sealedAsWithheld > 0 { lines.append("\(sealedAsWithheld) more are sealed as withheld and were not opened") }
        lines += ["", "ordinary purchases seen, sharing switched on at the defaults"]
        for audience in Audience.others {
            let share = share(of: .ordinary, seenBy: audience).map(Self.percent) ?? "-"
            lines.append("  \(Phrase.spaced(audience.name)): \(share)")
        }
        for setting in Setting.allCases {
            lines += ["", setting.title]
            for row in rows where row.setting == setting {
                lines.append(
                    "  \(row.classID) (\(row.tier.name)), \(Phrase.spaced(row.audience.name)): "
                        + "\(row.purchases) as \(row.form.notation)")
            }
        }
        return (lines + guessLines).joined(separator: "\n") + "\n"
    }

    private var guessLines: [String] {
        var lines = ["", "guess: how likely a class of tier coarsen is by the form it is shown in, at the most"]
        for setting in Setting.allCases {
            for strongest in strongestGuesses where strongest.setting == setting {
                lines.append("  \(strongest.words)")
            }
        }
        if guesses.isEmpty {
            lines.append("  none is shown in any form")
        } else {
            let beaten = guesses.filter(\.beatsBaseRate).count
            let named = guesses.filter { $0.likeliestID == $0.classID }.count
            lines += [
                "  of \(Phrase.count(guesses.count, "form")) of a class, \(beaten) tell it better than its base rate, and in "
                    + "\(named) it is the likeliest class"
            ]
        }
        return lines
    }

    /// To a tenth of a percent.
    private static func percent(_ share: Double) -> String {
        let thousandths = Int((share * 1_000).rounded())
        return "\(thousandths / 10).\(thousandths % 10) %"
    }
}

extension Usefulness.Setting {
    fileprivate var title: String { "by class, \(words)" }

    fileprivate var words: String {
        switch self {
        case .defaults: "at the defaults and nothing opted in"
        case .everythingOptedIn: "at the defaults and everything opted in"
        case .everythingInFull: "at the widest level and everything opted in"
        case .everythingAsHints: "at hints and everything opted in"
        }
    }
}

extension ClassGuess {
    fileprivate var words: String {
        "\(classID), \(Phrase.spaced(audience.name)), \(setting.words): \(guess.words) as \(form.notation)"
            + (label.map { " of `\($0)`" } ?? "")
            + ", base rate \(base.words)\(beatsBaseRate ? ", which it BEATS" : ""); likeliest is \(likeliestID)"
    }
}

extension ClassGuess.Share {
    /// To a thousandth of a percent, since some classes are rare.
    fileprivate var words: String {
        let thousandths = Int((rate * 100_000).rounded())
        let rest = String(thousandths % 1_000)
        return "\(thousandths / 1_000).\(String(repeating: "0", count: 3 - rest.count))\(rest) % (\(ofClass) of \(all))"
    }
}
