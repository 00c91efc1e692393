import Foundation
import Testing
import VitrineTesting

/// Imports take nothing away and lower nothing by what a file leaves out or says twice.
@Suite(.timeLimit(.minutes(30))) struct ImportSafetyTests {
    private func importing(
        _ kind: String, _ text: String, _ options: String..., in world: SmallWorld
    ) async throws -> Program.Outcome {
        try await Program.run(
            ["import", kind, "--format", "csv"] + options + ["-", "--data", world.path, "--clock", SmallWorld.now],
            input: text)
    }

    private static let products = "id,title,title_zh,category,brand,price,currency,status\n"

    @Test func `a price list lowers no class and lists nothing again`() async throws {
        let world = try await SmallWorld()
        let first = try await importing(
            "products", Self.products + "stick,Stick,早孕试纸,hg-11,Acme,9.00,CNY,delisted\n", in: world)
        #expect(first.exit == .code(0), "\(first.errors)")
        let prices = "id,title,category,brand,price,currency\n"
        let list = try await importing("products", prices + "stick,Stick,,,8.00,CNY\n", in: world)
        #expect(list.exit == .code(0), "\(list.errors)")
        let lowering = Self.products + "stick,Stick,试纸,hg-11,Acme,8.00,CNY,\nother,Other,,hg-11,,1.00,CNY,\n"
        let strict = try await importing("products", lowering, "--strict", in: world)
        #expect(strict.exit == .code(3) && strict.errors.contains("nothing was applied"), "\(strict.errors)")
        let refused = try await importing("products", lowering, in: world)
        #expect(refused.exit == .code(3) && refused.errors.contains("line 2: by its title"), "\(refused.errors)")
        #expect(refused.errors.contains("1 of 2 rows were refused"))
        // Delisted goods are not found.
        let found = try await world.command("catalogue", "search", "Stick", "--json")
        #expect(!found.output.contains("\"stick\""), "\(found.output) \(found.errors)")
        let allowed = try await importing("products", lowering, "--allow-lowering", in: world)
        #expect(allowed.exit == .code(0), "\(allowed.errors)")
    }

    @Test func `rows of one key that differ are all refused, and equal ones are taken`() async throws {
        let world = try await SmallWorld()
        for (kind, text, lines) in [
            (
                "products", "id,title,category,brand,price,currency\nx,X,,,1.00,CNY\ny,Y,,,1.00,CNY\nx,X2,,,1.00,CNY\n",
                ["line 2: line 4 has the same `id`", "line 4: line 2 has the same `id`"]
            ),
            (
                "people", "handle,name\nfay,Fay\nfay,Fay\ngus,Gus\ngus,August\n",
                ["line 4: line 5 has the same `handle`", "line 5: line 4 has the same `handle`"]
            ),
            (
                "purchases",
                """
                order,buyer,product,quantity,total,currency,at
                two-1,ben,tea-1,1,51.00,CNY,2026-04-20T10:00:00
                two-1,ada,tea-1,1,51.00,CNY,2026-04-20T10:00:00
                two-1,ben,tea-2,1,51.00,CNY,2026-04-20T10:00:00

                """,
                [
                    "line 2: line 3 has the same `order` and `line`", "line 3: line 2 has",
                    "number the lines of the order",
                ]
            ),
        ] {
            let outcome = try await importing(kind, text, in: world)
            #expect(outcome.exit == .code(3))
            for line in lines { #expect(outcome.errors.contains(line), "\(outcome.errors)") }
            #expect(outcome.errors.contains("2 of "))
        }
        let again = try await importing("people", "handle,name\ngus,August\n", in: world)
        #expect(again.exit == .code(0))
        let ledger = try await purchases(of: "ben", in: world)
        #expect(ledger.filter { $0.hasPrefix("two-1") } == ["two-1 tea-2"])
    }

    private func purchases(of name: String, in world: SmallWorld) async throws -> [String] {
        let token = try world.token(name)
        return try await world.serve { server in
            try await server.client(token).items("/v1/me/purchases").map {
                "\($0["order"].text ?? "") \($0["line"].text ?? "")"
            }
        }
    }

    @Test func `a purchase is taken from its buyer only where that is said`() async throws {
        let world = try await SmallWorld()
        func row(_ buyer: String) -> String {
            "order,buyer,product,quantity,total,currency,at\nre-1,\(buyer),tea-1,1,51.00,CNY,2026-04-20T10:00:00\n"
        }
        #expect(try await importing("purchases", row("ben"), in: world).exit == .code(0))
        let taken = try await importing("purchases", row("ada"), in: world)
        #expect(taken.exit == .code(3) && taken.errors.contains("--reassign"), "\(taken.errors)")
        #expect(try await purchases(of: "ben", in: world).contains("re-1 tea-1"))
        #expect(try await importing("purchases", row("ada"), "--reassign", in: world).exit == .code(0))
        #expect(try await purchases(of: "ada", in: world).contains("re-1 tea-1"))
    }
}
