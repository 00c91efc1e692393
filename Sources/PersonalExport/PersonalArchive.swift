public import Disclosure
public import Domain
import Foundation
public import FriendShops

/// One archive with everything held about a person, as JSON and CSV, with a manifest.
///
/// Sensitivity: for that person only.
public struct PersonalArchive: Sendable {
    /// What the digests in the manifest are made with: BLAKE2b-256.
    public typealias Digest = @Sendable ([UInt8]) -> [UInt8]

    private let point: EnforcementPoint
    private let shops: FriendShops
    private let version: String
    private let digest: Digest

    public init(point: EnforcementPoint, shops: FriendShops, version: String, digest: @escaping Digest) {
        self.point = point
        self.shops = shops
        self.version = version
        self.digest = digest
    }

    private struct Manifest: Encodable {
        struct File: Encodable {
            let name: String
            let bytes: Int
            let blake2b256: String
        }

        let files: [File]
        let product: String
        let policy: String
        let at: String
    }

    /// The archive, a tar file; nothing when there is no such person.
    public func bytes(of person: PersonID) async throws -> Prepared<[UInt8]>? {
        guard let prepared = try await point.ownExport.records(of: person) else { return nil }
        let shop = try await shops.ownRecords(of: person)
        let archive = try archive(prepared.value, shop)
        return prepared.map { _ in archive }
    }

    private func archive(_ records: OwnRecords, _ shop: OwnShopRecords?) throws -> [UInt8] {
        var files: [(name: String, content: [UInt8])] = [
            ("README.txt", Array(Self.readme.utf8)),
            ("profile.json", try Self.json(records.account.profile)),
            ("consent.json", try Self.json(records.account.consent)),
            ("visibility.json", try Self.json(records.visibility)),
            ("history.json", try Self.json(records.history)),
            ("history.csv", ExportTables.history(records.history)),
            ("relations.json", try Self.json(records.account.relations)),
            ("relations.csv", ExportTables.relations(records.account.relations)),
            ("purchases.json", try Self.json(records.purchases)),
            ("purchases.csv", ExportTables.purchases(records.purchases)),
            ("remains.json", try Self.json(records.remains)),
            ("figures.json", try Self.json(records.figures)),
            ("commissions.csv", ExportTables.commissions(records.figures.commissions)),
            ("tokens.json", try Self.json(records.account.tokens)),
            ("tokens.csv", ExportTables.tokens(records.account.tokens)),
        ]
        if let shop {
            files.append(("shop.json", try Self.json(shop)))
            files.append(("picks.csv", ExportTables.picks(shop)))
        }
        let manifest = Manifest(
            files: files.map { file in
                Manifest.File(
                    name: file.name, bytes: file.content.count,
                    blake2b256: digest(file.content).map { byte in
                        (byte < 16 ? "0" : "") + String(byte, radix: 16)
                    }.joined())
            }, product: "vitrine \(version)", policy: records.policyRevision, at: records.at.description)
        var tape = TapeArchive()
        for file in [("manifest.json", try Self.json(manifest))] + files {
            tape.add("vitrine-export/" + file.0, file.1, modifiedAt: records.at.seconds)
        }
        return tape.closed
    }

    private static func json(_ value: some Encodable) throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return Array(try encoder.encode(value)) + [0x0A]
    }

    private static let readme = """
        Everything that Vitrine holds about you, at the moment that manifest.json names.

        manifest.json    the files with their sizes and BLAKE2b-256 digests, the version of the program, the policy
        profile.json     handle, name, time zone, and whether you are held to be a minor
        consent.json     what you switched on, when, and under which revision of the policy
        visibility.json  the settings as they act now
        history.*        how the settings came to be
        relations.*      the people in your own lists: friends, blocks, mutes
        purchases.*      all you bought, what nobody else may see included; amounts in minor units of the currency
        remains.json     purchases that the platform took back or gave to another buyer, and of which is kept who was to see
                         them, so that it holds if they are sent again
        shop.json        your shop, with what was picked and when; picks.csv has the picks; absent without a shop
        figures.json     what the epochs released of your shop, and the visits and purchases by which you count in shops of
                         others; commissions.csv has the totals that were settled
        tokens.*         who was given access in your name; the secrets are kept nowhere

        Times are RFC 3339 in UTC. The .csv files are UTF-8 (RFC 4180); a cell that a spreadsheet would take for a
        formula begins with an apostrophe. Of other people it holds nothing but the handles in your own lists.

        """
}
