public import Disclosure
import Domain
import PolicyEngine

extension Usefulness {
    /// For a terminal: the share of ordinary purchases that each audience sees, then what becomes of every class.
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
        return lines.joined(separator: "\n") + "\n"
    }

    /// To a tenth of a percent.
    private static func percent(_ share: Double) -> String {
        let thousandths = Int((share * 1_000).rounded())
        return "\(thousandths / 10).\(thousandths % 10) %"
    }
}

extension Usefulness.Setting {
    fileprivate var title: String {
        switch self {
        case .defaults: "by class, at the defaults and nothing opted in"
        case .everythingOptedIn: "by class, at the defaults and everything opted in"
        case .everythingAsHints: "by class, at hints and everything opted in"
        }
    }
}
