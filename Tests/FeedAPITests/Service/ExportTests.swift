import Domain
import Foundation
import Testing
import VitrineTesting

@testable import Disclosure
@testable import FeedAPI

@Suite(.timeLimit(.minutes(5))) struct ExportTests {
    private func link(_ world: ServiceWorld, _ person: String) async throws -> String {
        let answer = try await world.send("POST", "/v1/me/export", as: person)
        #expect(answer.status == 202)
        return try #require(answer.text("href"))
    }

    @Test func `a link works once, and then answers like one that never was`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            let href = try await link(world, "ada")
            #expect(href.wholeMatch(of: /\/v1\/me\/export\/[A-Za-z0-9_-]{43}/) != nil)
            let unknown = try await world.get("/v1/me/export/" + String(repeating: "A", count: 43), as: "ada")
            #expect(unknown.status == 404)
            // Another person's token does not open it, and does not use it up.
            #expect(try await world.get(href, as: "ben").body == unknown.body)
            let narrow = try await world.send("GET", href, as: "narrow")
            #expect(narrow.status == 403)
            #expect(try await world.send("HEAD", href, as: "ada").status == 404)
            let archive = try await world.get(href, as: "ada")
            #expect(archive.status == 200)
            #expect(archive.body.contains("Early pregnancy test"))
            let again = try await world.get(href, as: "ada")
            #expect(again.status == 404)
            #expect(again.body == unknown.body)
        }
    }

    @Test func `a link expires after a quarter of an hour`() async throws {
        try await ServiceWorld.run { world in
            let (good, late) = (try await link(world, "ada"), try await link(world, "ben"))
            world.clock.set(ServiceWorld.start.advanced(bySeconds: ExportTickets.lifetime - 1))
            #expect(try await world.get(good, as: "ada").status == 200)
            world.clock.set(ServiceWorld.start.advanced(bySeconds: ExportTickets.lifetime))
            #expect(try await world.get(late, as: "ben").status == 404)
        }
    }

    @Test func `a new link replaces the one before, and the oldest gives way when there are too many`() async throws {
        try await ServiceWorld.run { world in
            let first = try await link(world, "ada")
            let second = try await link(world, "ada")
            #expect(try await world.get(first, as: "ada").status == 404)
            #expect(try await world.get(second, as: "ada").status == 200)
            let tickets = ExportTickets(
                keys: world.point.vault.keys, random: world.point.vault.random, clock: world.clock, limit: 3)
            let issued = (1...4).map { number -> (PersonID, String) in
                world.clock.set(ServiceWorld.start.advanced(bySeconds: Int64(number)))
                let person = PersonID(rawValue: UInt64(number))
                return (person, tickets.issue(to: person).ticket)
            }
            #expect(issued.map { tickets.redeem($0.1, by: $0.0) } == [false, true, true, true])
        }
    }

    @Test func `an export holds nothing of anybody else`() async throws {
        try await ServiceWorld.run { world in
            try await world.adaShares()
            try await world.written(
                "PUT", "/v1/purchases/bens-order/lines/1",
                #"{"buyer":"ben","product":"p-1","quantity":7,"total":4242,"currency":"CNY","at":"2026-10-10T09:00:00Z"}"#
            )
            // Dan is in nobody's list; a purchase through his shop does not name him.
            try await world.written(
                "PUT", "/v1/purchases/through-him/lines/1",
                #"{"buyer":"ada","product":"p-2","quantity":1,"total":100,"currency":"CNY","at":"2026-10-11T09:00:00Z","shop":"dan"}"#
            )
            let archive = try await world.get(try await link(world, "ada"), as: "ada").body
            for own in [
                "through-him", "o-0", "\"handle\" : \"ben\"", "pregnancy-maternity", "2026-10-11T09:00:00Z",
                "\"minor\" : false",
            ] {
                let isThere = archive.contains(own)
                #expect(isThere, "\(own)")
            }
            for foreign in ["bens-order", "4242", "dan\"", ",dan,", "\"Ben\"", "\"Cleo\"", "vt_"] {
                let isThere = archive.contains(foreign)
                #expect(!isThere, "\(foreign)")
            }
            for person in ["ben", "cleo"] {
                let handle = try #require(Handle(person))
                let id = try #require(try await world.point.people.find(handle))
                #expect(!archive.contains(String(id.rawValue)))
            }
        }
    }
}
