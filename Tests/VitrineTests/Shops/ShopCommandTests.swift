import Foundation
import Testing

@Suite(.timeLimit(.minutes(30))) struct ShopCommandTests {
    private func json(_ text: String) throws -> JSONNode {
        try JSONDecoder().decode(JSONNode.self, from: Data(text.utf8))
    }

    @Test func `a shop is set, filled and shown, without a server and through one`() async throws {
        let world = try await SmallWorld()
        let none = try await world.command("shop", "show", "--person", "ben")
        #expect(none.exit == .code(4) && none.errors.contains("`ben` has no shop"))
        let set = try await world.command(
            "shop", "set", "--person", "ben", "--name", "本的店", "--sign", "茶与咖啡", "--avatar", "🍵", "--json")
        #expect(try json(set.output)["name"].text == "本的店", "\(set.errors)")
        let bad = try await world.command("shop", "set", "--person", "ben", "--name", "Bеn")
        #expect(bad.exit == .code(4) && bad.errors.contains("mixes scripts"))
        #expect(
            try await world.command("pick", "--person", "ben", "--slot", "1", "--product", "tea-1").exit == .code(0))
        let locked = try await world.command("pick", "--person", "ben", "--slot", "1", "--nothing")
        #expect(locked.exit == .code(4) && locked.errors.contains("the slot is locked"))
        let refused = try await world.command("pick", "--person", "ben", "--slot", "2", "--product", "private-1")
        #expect(refused.exit == .code(4) && refused.errors.contains("cannot be put into a window"))
        let ada = try world.token("ada")
        try await world.serve { server in
            let client = server.client(ada)
            #expect(try await client.get("/v1/shops/ben").json["name"].text == "本的店")
            try await SmallWorld.done([
                "pick", "--data", world.path, "--person", "ben", "--slot", "2", "--product", "coffee-1",
            ])
            try await SmallWorld.done([
                "shop", "set", "--data", world.path, "--person", "ben", "--name", "Ben", "--sign", "",
            ])
            let seen = try await client.get("/v1/shops/ben").json
            #expect(seen["name"].text == "Ben" && seen["sign"] == .null && seen["avatar"].text == "🍵")
            #expect(seen["picks"].array.count == 2)
            let own = try await SmallWorld.done(["shop", "show", "--data", world.path, "--person", "ben", "--json"])
            #expect(try json(own)["picks"].array.count == 2)
            try await SmallWorld.done(["shop", "set", "--data", world.path, "--person", "ben", "--open", "off"])
            #expect(try await client.get("/v1/shops/ben").status == 404)
        }
    }

    @Test func `links are made, listed, opened and revoked, without a server and through one`() async throws {
        let world = try await SmallWorld()
        let none = try await world.command("share", "make", "--person", "ben", "--audience", "friends", "--hours", "4")
        #expect(none.exit == .code(4) && none.errors.contains("there is no shop yet"))
        _ = try await world.command("shop", "set", "--person", "ben", "--name", "Ben")
        for words in [["--audience", "friends", "--hours", "0"], ["--audience", "self", "--hours", "4"]] {
            let refused = try await Program.run(
                ["share", "make", "--data", world.path, "--clock", SmallWorld.now, "--person", "ben"] + words)
            #expect(refused.exit == .code(4) && refused.errors.contains("a link is"), "\(refused.errors)")
        }
        let made = try json(
            try await world.command(
                "share", "make", "--person", "ben", "--audience", "everyone", "--hours", "4", "--json"
            ).output)
        let id = try #require(made["link"]["id"].text)
        let secret = try #require(made["secret"].text)
        #expect(made["link"]["opensForBlockedPeople"] == .boolean(true))
        let ada = try world.token("ada")
        try await world.serve { server in
            let client = server.client(ada)
            func opened(_ secret: String) async throws -> APIClient.Answer {
                try await client.send("POST", "/v1/shared-shop", #"{"secret":"\#(secret)"}"#)
            }
            #expect(try await opened(secret).json["name"].text == "Ben")
            let listed = try await SmallWorld.done(["share", "list", "--data", world.path, "--person", "ben"])
            #expect(listed.contains(id) && listed.contains("everyone") && !listed.contains(secret))
            let printed = try await SmallWorld.done([
                "share", "make", "--data", world.path, "--person", "ben", "--audience", "friends", "--hours", "1",
            ])
            let other = try #require(printed.split(separator: "\n").first.map(String.init))
            #expect(try await opened(other).status == 200)
            let unknown = try await Program.run([
                "share", "revoke", "--data", world.path, "--person", "ben", "--link", "none",
            ])
            #expect(unknown.exit == .code(4) && unknown.errors.contains("no link `none`"))
            let left = try await SmallWorld.done([
                "share", "revoke", "--data", world.path, "--person", "ben", "--link", id, "--json",
            ])
            #expect(try json(left)["items"].array.map { $0["audience"].text } == ["friends"])
            #expect(try await opened(secret).status == 404)
            #expect(try await opened(other).status == 200)
        }
    }

    @Test func `the table of a shop is in line, in Chinese too`() async throws {
        let world = try await SmallWorld()
        _ = try await world.command("shop", "set", "--person", "ben", "--name", "本的店", "--avatar", "🍵")
        let shown = try await world.command("pick", "--person", "ben", "--slot", "2", "--product", "tea-1").output
        let lines = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0] == "🍵 本的店" && lines[1].isEmpty)
        #expect(lines[2] == "slot  id     product                  list  here  saved  locked until")
        // The clock of a rehearsal goes on, so the seconds are its own.
        #expect(
            lines[4].hasPrefix("   2  tea-1  Green Tea 1 绿茶 1  51.00 CNY               2026-07-04T00:0"), "\(shown)")
        #expect([lines[3], lines[5], lines[6]] == ["   1", "   3", "   4"])
    }

    @Test func `the catalogue is searched in two languages, by category and brand`() async throws {
        let world = try await SmallWorld()
        func ids(_ words: String...) async throws -> [String] {
            let outcome = try await Program.run(
                ["catalogue", "search", "--data", world.path, "--clock", SmallWorld.now, "--json"] + words)
            return try json(outcome.output)["items"].array.compactMap { $0["id"].text }
        }
        #expect(try await ids("绿茶").count == 8)
        #expect(try await ids("茶 ", "3") == ["tea-3"])
        #expect(try await ids("--category", "fb-1", "--brand", "yunwu").count == 8)
        #expect(try await ids("blend", "--category", "fb-1-14").isEmpty)
        let table = try await world.command("catalogue", "search", "咖啡", "--limit", "2")
        let lines = table.output.split(separator: "\n")
        #expect(lines.count == 3 && lines[1].contains("Blend 0 咖啡 0") && lines[1].contains("Lantern"))
        #expect(table.errors.hasPrefix("more: --cursor "))
        let cursor = String(table.errors.dropFirst("more: --cursor ".count)).trimmingCharacters(in: .newlines)
        #expect(try await ids("咖啡", "--cursor", cursor).count == 6)
        #expect(try await world.command("catalogue", "search", "茶", "--cursor", cursor).exit == .code(4))
        try await world.serve { server in
            let answer = try await SmallWorld.done(["catalogue", "search", "--data", world.path, "--json", "避孕套"])
            #expect(try json(answer)["items"].array.map { $0["pickable"] } == [.boolean(false)])
            _ = server
        }
    }

    @Test func `products are imported with all their prices`() async throws {
        let world = try await SmallWorld()
        let table = """
            id,title,title_zh,category,brand,price,currency,exclusive_price,commission,status,references
            k-1,Kettle,水壶,hg-11,Ø,199.00,CNY,149.00,1250,listed,别家=159.00; Other=160
            k-2,Kettle,,hg-11,,199.00,CNY,,,delisted,
            k-3,Kettle,,hg-11,,199.00,CNY,,10001,,
            k-4,Kettle,,hg-11,,199.00,CNY,,,,Other
            """
        let outcome = try await world.command("import", "products", "--format", "csv", "-", input: table)
        #expect(outcome.exit == .code(3) && outcome.errors.contains("line 4: `commission`"), "\(outcome.errors)")
        #expect(outcome.errors.contains("line 5: `references`"))
        let found = try json(try await world.command("catalogue", "search", "kettle", "--json").output)["items"].array
        #expect(found.count == 1)
        let item = try #require(found.first)
        #expect(item["saved"] == .number(5000) && item["commissionRate"] == .number(1250))
        #expect(item["references"].array.map { $0["seller"].text } == ["别家", "Other"])
    }
}
