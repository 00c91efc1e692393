import Disclosure
import Domain
import FeedBuilder
import Foundation
import PersonalExport
import PolicyEngine
import PolicyLab

/// Carries out operations on an installation; both ways of asking end here.
struct Operations: Sendable {
    let installation: Installation
    /// Whether a server carries them out.
    var isServing = false

    var point: EnforcementPoint { installation.point }

    func perform(_ operation: Operation) async throws -> OperationResult {
        switch operation {
        case .putPeople(let people, let dryRun): return try await putPeople(people, dryRun: dryRun)
        case .befriend(let pairs, let dryRun):
            let handles = try handles(pairs)
            return .faults(try await point.people.befriend(handles, dryRun: dryRun).mapValues(\.reason))
        case .unfriend(let pairs):
            return .faults(try await point.people.unfriend(try handles(pairs)).mapValues(\.reason))
        case .putProducts(let products, let allowLowering, let dryRun):
            return try await putProducts(products, allowLowering: allowLowering, dryRun: dryRun)
        case .replaceTaxonomy(let categories, let accept, let allowLowering, let dryRun):
            return try await replaceTaxonomy(
                categories, acceptUnclassified: accept, allowLowering: allowLowering, dryRun: dryRun)
        case .putPurchases(let source, let purchases, let reassign, let dryRun):
            return try await putPurchases(purchases, source: source, reassign: reassign, dryRun: dryRun)
        case .issueToken(let person, let client, let scopes, let days):
            return try await issueToken(person: person, client: client, scopes: scopes, days: days)
        case .listTokens: return try await listTokens()
        case .revokeToken(let id):
            guard try await point.tokens.revoke(id) else {
                throw CommandFailure("there is no token `\(id)`", exitCode: .refused)
            }
            return .done
        case .showVisibility(let person): return try await showVisibility(person)
        case .setVisibility(let inputs): return try await setVisibility(inputs)
        case .setItem(let person, let item, let visibility):
            return try await setItem(item, of: person, to: visibility)
        case .board(let person, let limit): return try await board(of: person, limit: limit)
        case .insights(let person): return try await insights(of: person)
        case .keys(let operation): return try await keys(operation)
        case .exportPerson(let person):
            guard let archive = try await installation.exports.bytes(of: try await self.person(person)) else {
                throw CommandFailure("there is nobody with the handle `\(person)`", exitCode: .refused)
            }
            return .archive(Base64URL.encode(archive.value))
        case .showShop(let person): return try await showShop(person)
        case .setShop(let input): return try await setShop(input)
        case .pick(let input): return try await pick(input)
        case .share(let input): return try await share(input)
        case .shareLinks(let person): return try await shareLinks(of: person)
        case .revokeShare(let person, let link): return try await revokeShare(link, of: person)
        case .searchCatalogue(let input): return try await searchCatalogue(input)
        case .explain(let query): return try await explain(query)
        case .policyConsequences(let directory, let overlays, let json):
            return try await consequences(of: PolicyOrigin(directory: directory, overlays: overlays), json: json)
        case .policyUsefulness(let json):
            let usefulness = try await point.usefulness()
            return .document(Array((json ? usefulness.json : usefulness.text).utf8))
        case .erase(let person): return try await erase(person)
        case .eraseExpired: return try await eraseExpired()
        case .erasureStatus(let id): return try await erasureStatus(id)
        case .acknowledgeErasure(let id): return try await acknowledgeErasure(id)
        case .backup(let path): return try backup(to: path)
        case .backupProgress: return .backup(installation.backups.standing)
        case .feed(let person, let limit):
            let viewer = try await self.person(person)
            return try document(await installation.feeds.feed(of: viewer, PageRequest(limit: limit)).value)
        case .reloadPolicy(let allowWidening, let allowDestruction, let revision):
            return try await reloadPolicy(
                PolicyPermission(
                    allowsWidening: allowWidening, allowsDestruction: allowDestruction, revision: revision))
        }
    }

    /// The person whom a handle names, or a failure that says that there is none.
    func person(_ text: String) async throws -> PersonID {
        guard let handle = Handle(text), let person = try await point.people.find(handle) else {
            throw CommandFailure("there is nobody with the handle `\(text)`", exitCode: .refused)
        }
        return person
    }

    func document(_ value: some Encodable) throws -> OperationResult {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        return .document(Array(try encoder.encode(value)))
    }

    private func handles(_ pairs: [Operation.Pair]) throws -> [(Handle, Handle)] {
        try pairs.map { pair in
            guard let first = Handle(pair.first), let second = Handle(pair.second) else {
                throw CommandFailure("`\(pair.first)` and `\(pair.second)` are not both handles", exitCode: .refused)
            }
            return (first, second)
        }
    }
}
