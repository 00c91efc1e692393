import Domain
import Foundation

/// What is kept of a policy beside its table: enough to ask, once another is in force, what it showed, and to tell
/// whether the other shows more.
///
/// Rules are multiplied out in the table; names and reasons decide nothing. Not personal data.
struct PolicyMemory: Codable, Equatable {
    struct Class: Codable, Equatable {
        var id: String
        var tier: UInt8
    }

    struct Subtree: Codable, Equatable {
        var node: String
        var code: UInt16
    }

    struct Words: Codable, Equatable {
        var code: UInt16
        var english: [String]
        var chinese: [String]
        var exceptEnglish: [String]
        var exceptChinese: [String]
    }

    struct Default: Codable, Equatable {
        var tier: UInt8
        var audience: UInt8
        var level: String
    }

    struct Retention: Codable, Equatable {
        /// By kind.
        var months: [String: Int]
        var graceDays: Int
        /// Whether a file said so.
        var isStated: Bool
    }

    /// Department and category.
    var labels: [Int]
    var preimageGoods: Int
    /// Ordinary share, ordinary count, class share.
    var telling: [Int]
    var k: Int
    var raiseHold: Int
    var epoch: UInt8
    var taxonomyRelease: String
    var classes: [Class]
    var roots: [Subtree]
    var terms: [Words]
    var levels: [String: UInt16]
    var defaults: [Default]
    /// By size of bucket.
    var settleHours: [Int]
    var defaultEdges: [Int64]
    var edgesByCurrency: [String: [Int64]]
    /// Slots, lock in hours, length of name and of line.
    var shop: [Int]
    var pickable: [UInt8]
    /// What owners earn, and how figures of shops are released; absent where it was not noted, and then taken for nothing.
    var commission: Int?
    var influence: InfluenceRules?
    /// How long things are kept; absent where it was not noted.
    var retention: Retention?
}

extension PolicyMemory {
    init(_ content: PolicyContent) {
        labels = [content.labels.department, content.labels.category]
        preimageGoods = content.preimageGoods
        telling = [content.telling.ordinaryShare, content.telling.ordinaryCount, content.telling.classShare]
        k = content.k
        raiseHold = content.release.raiseHold
        epoch = content.release.epoch.rawValue
        taxonomyRelease = content.taxonomyRelease
        classes = content.classes.map { Class(id: $0.id, tier: $0.tier.rawValue) }
        roots = content.roots.map { Subtree(node: $0.node, code: $0.classCode.rawValue) }
        terms = content.terms.map {
            Words(
                code: $0.classCode.rawValue, english: $0.english, chinese: $0.chinese,
                exceptEnglish: $0.exceptEnglish, exceptChinese: $0.exceptChinese)
        }
        levels = Dictionary(
            uniqueKeysWithValues: Level.allCases.map { ($0.rawValue, content.levels.disclosure($0).code) })
        defaults = content.defaults.flatMap { tier, levels in
            levels.map { Default(tier: tier.rawValue, audience: $0.key.rawValue, level: $0.value.rawValue) }
        }.sorted { ($0.tier, $0.audience) < ($1.tier, $1.audience) }
        settleHours = TimeBucket.Size.allCases.map { content.release.settleHours[$0] ?? 0 }
        defaultEdges = content.priceBands.defaultEdges
        edgesByCurrency = content.priceBands.edgesByCurrency
        shop = [content.shop.slots, content.shop.lockHours, content.shop.nameLength, content.shop.lineLength]
        pickable = content.shop.pickable.map(\.rawValue).sorted()
        commission = content.shop.commissionBasisPoints
        influence = content.shop.influence
        let months = (content.retention?.months ?? [:]).map { ($0.key.rawValue, $0.value) }
        retention = Retention(
            months: Dictionary(uniqueKeysWithValues: months),
            graceDays: content.retention?.graceDays ?? RetentionRules.usualGraceDays,
            isStated: content.retention != nil)
    }

    private var retentionRules: RetentionRules? {
        guard let retention, retention.isStated else { return nil }
        let months = retention.months.compactMap { entry in
            RetentionRules.Kind(rawValue: entry.key).map { ($0, entry.value) }
        }
        return RetentionRules(
            months: Dictionary(uniqueKeysWithValues: months), graceDays: retention.graceDays, because: [])
    }

    /// The content without rules, names, reasons and sources; nothing when it is not what this version writes.
    var content: PolicyContent? {
        guard labels.count == 2, telling.count == 3, shop.count == 4,
            settleHours.count == TimeBucket.Size.allCases.count,
            let epoch = TimeBucket.Size(rawValue: epoch), let classes = sensitivityClasses
        else { return nil }
        var defaults: [Tier: [Audience: Level]] = [:]
        for entry in self.defaults {
            guard let tier = Tier(rawValue: entry.tier), let audience = Audience(rawValue: entry.audience),
                let level = Level(rawValue: entry.level)
            else { return nil }
            defaults[tier, default: [:]][audience] = level
        }
        var levels: [Level: Disclosure] = [:]
        for (name, code) in self.levels {
            guard let level = Level(rawValue: name), let disclosure = Disclosure(code: code) else { return nil }
            levels[level] = disclosure
        }
        return PolicyContent(
            taxonomyRelease: taxonomyRelease, classes: classes,
            roots: roots.map { Root(node: $0.node, classCode: ClassCode(rawValue: $0.code), because: []) },
            terms: terms.map {
                Term(
                    classCode: ClassCode(rawValue: $0.code), english: $0.english, chinese: $0.chinese,
                    exceptEnglish: $0.exceptEnglish, exceptChinese: $0.exceptChinese, because: [])
            },
            labels: LabelDepths(department: labels[0], category: labels[1]), preimageGoods: preimageGoods,
            telling: TellingThresholds(
                ordinaryShare: telling[0], ordinaryCount: telling[1], classShare: telling[2]),
            levels: Levels(levels), defaults: defaults, rules: [],
            release: ReleaseCalendar(
                settleHours: Dictionary(uniqueKeysWithValues: zip(TimeBucket.Size.allCases, settleHours)),
                raiseHold: raiseHold, epoch: epoch),
            k: k, priceBands: PriceBands(defaultEdges: defaultEdges, edgesByCurrency: edgesByCurrency),
            shop: ShopRules(
                slots: shop[0], lockHours: shop[1], pickable: Set(pickable.compactMap(Tier.init)), nameLength: shop[2],
                lineLength: shop[3], influence: influence, commissionBasisPoints: commission ?? 0),
            sources: [], retention: retentionRules, isRetentionKnown: retention != nil)
    }

    private var sensitivityClasses: [SensitivityClass]? {
        let read = classes.compactMap { entry in
            Tier(rawValue: entry.tier).map { tier in
                SensitivityClass(
                    id: entry.id, code: ClassCode(name: entry.id), tier: tier, name: LocalizedText(en: nil, zh: nil),
                    because: [])
            }
        }
        return read.count == classes.count ? read : nil
    }
}

extension Policy {
    /// What is kept of it beside its table, see ``init(remembered:revision:table:)``.
    public var memory: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
            return Array(try encoder.encode(PolicyMemory(content)))
        }
    }

    /// A policy that was in force once, for asking what it showed, never for serving.
    ///
    /// It has no rules: its table decides. Nothing, when the memory cannot be read.
    public init?(remembered memory: [UInt8], revision: String, table: DecisionTable) {
        guard let read = try? JSONDecoder().decode(PolicyMemory.self, from: Data(memory)), let content = read.content
        else { return nil }
        self.init(content, revision: revision, table: table)
    }
}
