import Domain
import PolicyEngine

/// Counts purchases by what audiences would see of them.
struct UsefulnessCount {
    private struct Goods: Hashable {
        let classes: [ClassCode]
        let category: UInt32
    }

    private struct Key: Hashable {
        let classCode: ClassCode
        let setting: Usefulness.Setting
        let audience: Audience
        let form: Disclosure
    }

    private let rulebook: Rulebook
    private let limits: [Usefulness.Setting: ConsentLimit]
    private var goods: [Goods: Int] = [:]

    /// Throws when the policy's own defaults are refused as settings.
    init(rulebook: Rulebook) throws(ConsentChangeError) {
        self.rulebook = rulebook
        let policy = rulebook.policy
        var limits: [Usefulness.Setting: ConsentLimit] = [:]
        for setting in Usefulness.Setting.allCases {
            var change = ConsentChange(sharing: .on(since: Instant(seconds: 0)))
            if setting == .everythingAsHints {
                for each in Consent.Setting.all { change.levels[each] = .hint }
            }
            if setting == .everythingInFull {
                for each in Consent.Setting.all { change.levels[each] = .full }
            }
            if setting != .defaults {
                for known in policy.classes where known.tier == .ownerDecides || known.tier == .coarsen {
                    change.classes[known.code] = true
                }
            }
            let stamp = ConsentStamp(revision: 0, at: Instant(seconds: 0))
            let consent = try Consent().applying(change, policy: policy, stamp: stamp, minor: false)
            limits[setting] = ConsentLimit(policy: policy, consent: consent, revisions: [policy.table])
        }
        self.limits = limits
    }

    /// Purchases of one kind of goods: young, made of age and in the open, for nobody else.
    mutating func add(classes: [ClassCode], category: UInt32, times: Int) {
        goods[Goods(classes: classes, category: category), default: 0] += times
    }

    func result(sealedAsWithheld: Int) -> Usefulness {
        var counts: [Key: Int] = [:]
        var guesses: [ClassGuess] = []
        for (setting, limit) in limits {
            for audience in Audience.others {
                var guess = GuessCount(rulebook: rulebook)
                for (goods, number) in goods {
                    let code = goods.classes.reduce(goods.classes.first ?? .unknown) { rulebook.stricter($0, $1) }
                    let form = rulebook.disclosure(of: goods.classes, category: goods.category) {
                        limit.disclosure(DecisionFacts(kind: .purchase, audience: audience, classCode: $0))
                    }
                    counts[Key(classCode: code, setting: setting, audience: audience, form: form), default: 0] += number
                    guess.add(code, category: goods.category, form: form, times: number)
                }
                guesses += guess.guesses(setting, audience)
            }
        }
        let policy = rulebook.policy
        let rows = counts.map { key, number in
            Usefulness.Row(
                classID: policy.sensitivityClass(key.classCode)?.id ?? "unclassified",
                tier: policy.tier(of: key.classCode),
                setting: key.setting, audience: key.audience, form: key.form, purchases: number)
        }
        return Usefulness(
            revision: policy.revision, purchases: goods.values.reduce(0, +), sealedAsWithheld: sealedAsWithheld,
            rows: rows.sorted { $0.order < $1.order }, guesses: guesses.sorted { $0.order < $1.order })
    }
}

extension Usefulness.Row {
    /// Classes by tier and id, then settings, audiences and forms.
    fileprivate var order: (Int, String, String, Int, Int) {
        (Int(tier.rawValue), classID, setting.rawValue, Int(audience.rawValue), form.order)
    }
}

extension ClassGuess {
    fileprivate var order: (String, String, Int, Int, String) {
        (classID, setting.rawValue, Int(audience.rawValue), form.order, label ?? "")
    }
}

extension Disclosure {
    /// The finest first, the product counting most.
    fileprivate var order: Int {
        [product.rawValue, time.rawValue, price.rawValue, quantity.rawValue, shop.rawValue].reduce(0) {
            $0 * 8 + Int($1)
        }
    }
}
