import Audit
import Disclosure
import Domain
import Foundation
import FriendShops
import Sealing

/// What the owner of the key knows, for an audit: enumerated from copies of the databases.
///
/// Opening a database empties its log; the originals are to be found as a thief would find them.
struct AuditGround {
    let needles: Needles
    let truths: [Address: BoxTruth]
    /// The addresses of everything that was erased.
    let erased: Set<Address>

    /// Makes copies in a directory of mode 0700 inside the data directory, and takes them away again.
    ///
    /// The caller holds the lock of the directory.
    static func enumerate(
        _ directory: DataDirectory, copies: String, canaries: [String], policy: PolicyOrigin, clock: any WallClock
    ) async throws -> AuditGround {
        let files = FileManager.default
        try files.createDirectory(
            atPath: copies, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
        defer { try? files.removeItem(atPath: copies) }
        for name in ["vitrine.db", "keys.db"] {
            for suffix in ["", "-wal"] where files.fileExists(atPath: "\(directory.path)/\(name)\(suffix)") {
                try files.copyItem(atPath: "\(directory.path)/\(name)\(suffix)", toPath: "\(copies)/\(name)\(suffix)")
            }
        }
        var copied = directory
        copied.databases = copies
        let installation = try await Installation.open(copied, policy: policy, clock: clock)
        let ground = try await AuditGround(installation, canaries: canaries)
        try await installation.close()
        return ground
    }

    private init(_ installation: Installation, canaries: [String]) async throws {
        let collected = Collected()
        for (number, canary) in canaries.enumerated() {
            collected.needles.add(canary, .canary, subject: UInt32(number))
        }
        try await installation.point.auditSubjects.enumerate(
            AuditSubjects.Receiver(secret: collected.take, box: collected.take))
        for person in try await installation.point.people.all() {
            guard let shop = try await installation.shops.ownShop(of: person) else { continue }
            for text in [shop.name, shop.sign, shop.line].compactMap(\.self) {
                collected.needles.add(text, .shopText, subject: collected.number(of: person))
            }
        }
        erased = try await installation.point.auditSubjects.erased()
        needles = collected.needles
        truths = collected.truths
    }

    /// Takes piece by piece what is enumerated; the same thing told again counts once.
    private final class Collected {
        var needles = Needles()
        var truths: [Address: BoxTruth] = [:]
        private var numbers: [PersonID: UInt32] = [:]
        private var orders: Set<String> = []

        func number(of person: PersonID?) -> UInt32 {
            guard let person else { return UInt32.max }
            if let known = numbers[person] { return known }
            numbers[person] = UInt32(numbers.count)
            return numbers[person] ?? 0
        }

        func take(_ person: PersonID?, _ secret: AuditSubjects.Secret) {
            let subject = number(of: person)
            switch secret {
            case .handle(let text): needles.add(text, .handle, subject: subject)
            case .name(let text): needles.add(text, .name, subject: subject)
            case .person(let number): needles.add(number, .person, subject: subject)
            case .order(let text):
                if orders.insert(text).inserted { needles.add(text, .order, subject: subject) }
            case .purchase(let at, let total):
                needles.add(instant: at.seconds, text: at.description, price: total, subject: subject)
            case .token(let digest): needles.add(digest, .token, subject: subject)
            case .tokenID(let text): needles.add(text, .token, subject: subject)
            }
        }

        func take(_ box: AuditSubjects.Box) {
            truths[box.address] = BoxTruth(
                address: box.address, kind: Self.kind(box.kind), owner: box.owner.map { number(of: $0) },
                isWithheld: box.isWithheld, classCode: box.classCode.map { Int($0.rawValue) },
                category: box.category.map(Int.init))
        }

        private static func kind(_ kind: RecordKind) -> BoxTruth.Kind {
            switch kind {
            case .head: .head
            case .aggregate: .epochs
            case .segment: .segment
            case .details: .details
            case .purchaseIndex, .itemIndex: .purchaseIndex
            case .shop: .shop
            case .history, .consentHistory: .history
            case .directory: .directory
            case .token, .idempotency: .token
            case .roster, .tokenRoster: .roster
            case .recordsMark, .journalMark, .transaction, .counter, .keyState, .floor, .revocation, .tombstone,
                .revisionRegister, .catalogueNote, .erasure:
                .state
            }
        }
    }
}
