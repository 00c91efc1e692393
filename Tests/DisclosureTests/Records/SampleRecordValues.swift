import Domain
import PolicyEngine
import SampleWorld
import VitrineTesting

@testable import Disclosure

/// Records filled by chance.
struct SampleRecordValues {
    private var generator: SplitMix64

    init(seed: UInt64) {
        generator = SplitMix64(seed: seed)
    }

    private mutating func number<Number: FixedWidthInteger>(_ range: ClosedRange<Number>) -> Number {
        Number.random(in: range, using: &generator)
    }

    mutating func person() -> PersonID { PersonID(rawValue: number(1...UInt64.max)) }

    mutating func instant() -> Instant { Instant(seconds: number(0...4_000_000_000)) }

    mutating func stamp() -> ConsentStamp { ConsentStamp(revision: number(0...9), at: instant()) }

    mutating func consent() -> Consent {
        var consent = Consent()
        if Bool.random(using: &generator) { consent.sharing = Consent.Sharing(since: instant(), stamp: stamp()) }
        for _ in 0..<number(0...4) { consent.classes[ClassCode(rawValue: number(0...UInt16.max))] = stamp() }
        for setting in Consent.Setting.all where Bool.random(using: &generator) {
            consent.choices[setting] = Consent.Choice(
                level: Level.allCases.randomElement(using: &generator) ?? .nothing,
                disclosure: Disclosure.all.randomElement(using: &generator) ?? .nothing, stamp: stamp())
        }
        for _ in 0..<number(0...3) {
            consent.privateSpans.append(Consent.PrivateSpan(from: instant(), until: Consent.distantFuture))
        }
        return consent
    }

    mutating func head() throws -> Head {
        var head = Head(
            id: person(), handle: try World.handle("ada"), name: "Ada 蓝", zone: .utc,
            isMinor: Bool.random(using: &generator))
        head.consent = consent()
        for _ in 0..<number(0...70) {
            head.friends[person()] = Head.Friendship(
                visibleFrom: instant(), isClose: Bool.random(using: &generator))
        }
        for list in 0..<number(0...5) {
            head.blocks.insert(try World.handle("blocked\(list)"), naming: list.isMultiple(of: 2) ? person() : nil)
            head.mutes.insert(try World.handle("muted\(list)"), naming: list.isMultiple(of: 2) ? nil : person())
        }
        head.open = Head.Ledger(
            slots: number(0...999), counters: (0..<number(0...9)).map { WriteCounter(era: number(0...9), count: $0) },
            base: number(0...9))
        head.withheld = Head.Ledger(
            slots: number(0...999), counters: (0..<number(0...9)).map { WriteCounter(era: number(0...9), count: $0) },
            base: number(0...9))
        head.sealedGeneration = number(1...99)
        head.lostRemains = number(0...UInt32.max)
        head.generation = number(0...UInt64.max)
        head.historyCount = number(0...UInt32.max)
        head.shopCounter = WriteCounter(number: number(0...UInt64.max))
        head.settledRaise = number(0...UInt64.max)
        return head
    }

    mutating func facts() -> PurchaseFacts {
        PurchaseFacts(
            nonce: number(1...UInt64.max), minute: number(0...UInt32.max), product: number(0...UInt32.max),
            category: number(0...UInt32.max), releaseMinute: number(0...UInt32.max),
            releaseDays: (number(0...9), number(0...99), number(0...999), number(0...UInt16.max)),
            classCode: ClassCode(rawValue: number(0...UInt16.max)),
            flags: PurchaseFacts.Flags(rawValue: number(0...15)),
            override: ItemOverride(rawValue: number(0...6)) ?? .hidden, dayShift: number(-1...1))
    }

    mutating func segment() -> Segment {
        var segment = Segment()
        for slot in 0..<Segment.capacity where Bool.random(using: &generator) { segment[slot] = facts() }
        return segment
    }

    /// Not copyable, so it is handed over as it is written.
    mutating func purchase() throws -> [UInt8] {
        OpenedPurchase(
            key: try World.key("o-\(number(0...UInt32.max))"), productID: try World.product("tea-1"),
            title: LocalizedText(en: Bool.random(using: &generator) ? "Tea" : nil, zh: "茶"), quantity: number(0...9),
            total: try World.euros(number(0...99_999)), instant: instant(),
            shop: Bool.random(using: &generator) ? person() : nil, category: number(0...99)
        ).encoded()
    }

    mutating func token() -> AccessToken {
        AccessToken(
            id: "id", client: "app", person: Bool.random(using: &generator) ? person() : nil,
            scopes: Set(Scope.allCases.filter { _ in Bool.random(using: &generator) }), issuedAt: instant(),
            expiresAt: Bool.random(using: &generator) ? instant() : nil,
            revokedAt: Bool.random(using: &generator) ? instant() : nil)
    }
}
