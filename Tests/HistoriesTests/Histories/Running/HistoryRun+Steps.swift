import Disclosure
import Domain
import Foundation
import PolicyEngine
import Sealing
import Synchronization
import VitrineTesting

extension HistoryRun {
    /// Whether a step is done while nothing is served.
    func isOffline(_ step: Step) -> Bool {
        switch step {
        case .restart, .restore: true
        case .putPerson(_, _, by: .table), .putPurchase(_, by: .table), .putProduct(_, by: .table):
            // A command reads the policy and the taxonomy for one row; one history in ten has them.
            house.commands != nil && history.seed.isMultiple(of: 10)
        default: false
        }
    }

    /// Does a step while the service runs; says whether it was acknowledged.
    func perform(_ step: Step, _ running: House.Running) async throws -> Bool {
        let isWell = try await performed(step, running)
        if isWell { outcome.acknowledged += 1 } else { outcome.refused += 1 }
        return isWell
    }

    private func performed(_ step: Step, _ running: House.Running) async throws -> Bool {
        let connection = running.connection
        func host(_ method: String, _ path: String, _ body: String? = nil) async throws -> Bool {
            try await answered(
                connection.send(.init(method: method, path: path, token: hostToken(running), body: body)), to: path)
        }
        switch step {
        case .putPerson(let handle, let minor, _):
            let path = "/v1/people/\(handle)"
            if try await host("PUT", path, Tables.body(minor, of: handle, isBack: false)) { return true }
            // Somebody who was erased comes back only if that is said.
            return try await host("PUT", path, Tables.body(minor, of: handle, isBack: true))
        case .befriend(let one, let other): return try await host("PUT", "/v1/people/\(one)/friends/\(other)")
        case .unfriend(let one, let other): return try await host("DELETE", "/v1/people/\(one)/friends/\(other)")
        case .putPurchase(let row, _):
            let instant = model.instant(ofMinute: row.minute)
            return try await host("PUT", Self.path(row.name), Tables.body(row, at: instant))
        case .deletePurchase(let name): return try await host("DELETE", Self.path(name))
        case .putProduct(let row, _): return try await host("PUT", "/v1/catalogue/\(row.id)", Tables.body(row))
        case .deleteProduct(let id): return try await host("DELETE", "/v1/catalogue/\(id)")
        case .fillShelf(let count):
            for number in 0..<count {
                let row = ProductRow(id: "few-\(position)-\(number)", category: Goods.fewShelf)
                guard try await host("PUT", "/v1/catalogue/\(row.id)", Tables.body(row)) else { return false }
            }
            return true
        case .erase(let handle, let byThemselves): return try await erase(handle, byThemselves, running)
        case .change(let owner, let change, let authority, let keyed):
            return try await apply(change, of: owner, authority, keyed: keyed, running)
        case .setItem(let owner, let name, let word, let authority):
            guard let number = model.people[owner]?.number, model.purchases[name]?.owner == number,
                let id = items.first(where: { $0.value == (name, number) })?.key,
                let token = try await token(of: owner, with: authority, running)
            else { return false }
            let path = "/v1/me/purchases/\(id)/visibility"
            let body = #"{"visibility":"\#(word.name)"}"#
            return try await answered(
                connection.send(.init(method: "PUT", path: path, token: token, body: body)), to: path)
        case .pick(let owner, let product, let slot): return try await pick(product, slot, of: owner, running)
        case .loadPolicy(let variant, let isPermitted): return try await load(variant, isPermitted, running)
        case .backUp:
            try await house.backUp(running.records)
            return true
        case .sweep:
            _ = try await running.point.retention.eraseExpired()
            return true
        case .reseal:
            try await running.point.resealing.begin()
            return try await running.point.resealing.run().isWhole
        case .wait(let hours):
            house.clock.advance(bySeconds: Int64(hours) * 3600)
            return true
        case .restart, .restore: return false
        }
    }

    private static func path(_ name: PurchaseName) -> String { "/v1/purchases/\(name.order)/lines/\(name.line)" }

    /// Whether an answer acknowledges; failures of the service are noted.
    private func answered(_ answer: WireConnection.Answer, to path: String) -> Bool {
        if answer.status >= 500 { note(.failure, "\(path) was answered with \(answer.status)") }
        return answer.isWell
    }

    private func erase(_ handle: String, _ byThemselves: Bool, _ running: House.Running) async throws -> Bool {
        guard model.people[handle] != nil else { return false }
        let path = byThemselves ? "/v1/me" : "/v1/people/\(handle)"
        let token = try await byThemselves ? token(of: handle, running) : hostToken(running)
        let answer = try await running.connection.send(.init(method: "DELETE", path: path, token: token))
        let isDone = answered(answer, to: path)
        if isDone { forgetTokens(of: handle) }
        return isDone
    }

    private func apply(
        _ change: OwnerChange, of owner: String, _ authority: Authority, keyed: Bool, _ running: House.Running
    ) async throws -> Bool {
        guard let token = try await token(of: owner, with: authority, running) else { return false }
        let body = Tables.body(change, now: model.now)
        let path = "/v1/me/visibility"
        let key = PublicDigest.blake2b256(Array(body.utf8)).prefix(8).map { String($0, radix: 16) }.joined()
        let answer = try await running.connection.send(
            .init(method: "PATCH", path: path, token: token, body: body, idempotencyKey: keyed ? key : nil))
        return answered(answer, to: path)
    }

    private func pick(_ product: String, _ slot: Int, of owner: String, _ running: House.Running) async throws -> Bool {
        guard let token = try await token(of: owner, running) else { return false }
        _ = try await running.connection.send(
            .init(method: "PUT", path: "/v1/me/shop", token: token, body: #"{"name":"Shop","open":true}"#))
        let path = "/v1/me/picks/\(slot)"
        return try await answered(
            running.connection.send(
                .init(method: "PUT", path: path, token: token, body: #"{"product":"\#(product)"}"#)), to: path)
    }

    private func load(
        _ variant: PolicyVariant, _ isPermitted: Bool, _ running: House.Running
    ) async throws -> Bool {
        house.offered.withLock { $0 = variant }
        let revision = try Foundations.shared.get().policies[variant]?.revision ?? ""
        let body = isPermitted ? #"{"allowWidening":true,"revision":"\#(revision)"}"# : nil
        let path = "/v1/policy:reload"
        let answer = try await running.connection.send(
            .init(method: "POST", path: path, token: operatorToken(running), body: body))
        let isLoaded = answered(answer, to: path)
        if isLoaded { house.notePolicy(variant) }
        return isLoaded
    }

    /// Does a step while nothing is served; says whether it was acknowledged.
    func performOffline(_ step: Step) async throws -> Bool {
        switch step {
        case .restart: return true
        case .restore(let asBackup): return try await house.restore(asBackup: asBackup)
        case .putPerson(let handle, let minor, _):
            return try await importTable("people", Tables.csv(minor, of: handle))
        case .putProduct(let row, _): return try await importTable("products", Tables.csv(row))
        case .putPurchase(let row, _):
            return try await importTable("purchases", Tables.csv(row, at: model.instant(ofMinute: row.minute)))
        default: return false
        }
    }

    private func importTable(_ table: String, _ csv: String) async throws -> Bool {
        guard let commands = house.commands else { return false }
        return try await commands.importTable(
            table, csv: csv, into: house.path, policies: try Foundations.shared.get().folder(of: model.policy),
            at: model.now)
    }
}
