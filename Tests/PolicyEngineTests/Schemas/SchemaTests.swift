import Domain
import Foundation
import PolicyEngine
import Testing

struct SchemaTests {
    /// What the loader says of a value alone; all else it says of several values or files together.
    private static let ofShape = [
        "missing key", "missing level", "missing tier", "missing audience", "unknown key", "unknown level",
        "unknown tier", "unknown audience", "unknown kind", "unknown epoch", "unknown value of", "unknown field",
        "unknown currency", "unknown relation", "unknown visibility", "unknown obstacle", "unknown override",
        "unknown state of the settings", "unknown change", "unknown direction", "unknown property",
        "the file is empty", " cannot be ", " cannot hold ", " comes twice in ", " is not in kebab-case",
        " is about no good",
    ]
    /// What reads like it and is said of several values together.
    private static let ofSeveralValues = ["unknown level or form `", "missing key `total`: the good "]

    private static let texts = Dictionary(uniqueKeysWithValues: Fixture.files).merging([
        "overlay.yaml": Fixture.overlay, "invariants.yaml": Fixture.invariants, "retention.yaml": Fixture.retention,
        "suite.yaml": Fixture.suite, "shop.yaml": InfluenceTests.shop,
    ]) { _, second in second }

    @Test(arguments: [
        "sources", "sensitive", "disclosure", "release", "aggregates", "shop", "overlay", "invariants", "retention",
        "suite",
    ])
    func `schema and loader agree on every bent file`(_ name: String) throws {
        let schema = try Self.schema(name)
        let text = try #require(Self.texts[name + ".yaml"])
        let valid = try #require(Tree.yaml(text))
        #expect(Self.messages(name, valid.yaml) == [])
        #expect(SchemaChecker.accepts(valid, schema))
        var refused = 0
        for mutation in valid.mutations {
            let isAccepted = SchemaChecker.accepts(mutation.tree, schema)
            let messages = Self.messages(name, mutation.tree.yaml)
            let isOfShape = messages.contains(where: Self.isOfShape)
            #expect(isAccepted == !isOfShape, "\(mutation): \(messages.first ?? "no mistake was found")")
            refused += isAccepted ? 0 : 1
        }
        #expect(refused > 20)
    }

    @Test func `the shipped files satisfy their schemas`() throws {
        for (name, json) in PolicySchemas.schemas() {
            let path = "\(ShippedPolicy.directory)/\(name == "overlay" ? "overlays/cn/overlay" : name).yaml"
            guard FileManager.default.fileExists(atPath: path) else { continue }
            let tree = try #require(Tree.yaml(try String(contentsOfFile: path, encoding: .utf8)))
            #expect(SchemaChecker.accepts(tree, try Tree.json(json)), "\(name)")
        }
    }

    @Test func `the shipped suites satisfy their schema`() throws {
        let suites = try ["tests", "overlays/cn/tests", "overlays/us-wa/tests"].flatMap(Self.suites)
        #expect(suites.count > 10)
        let schema = try Self.schema("suite")
        for (name, text) in suites {
            let tree = try #require(Tree.yaml(text))
            #expect(SchemaChecker.accepts(tree, schema), "\(name)")
        }
    }

    @Test func `the schema refuses the suites that are malformed in shape, and no others`() throws {
        let schema = try Self.schema("suite")
        var refused: Set<String> = []
        for (name, text) in try Self.suites(in: "tests/runner") {
            // What is no YAML, or nothing, has no shape.
            guard let tree = Tree.yaml(text) else { continue }
            let snapshot = "\(ShippedPolicy.directory)/tests/runner/\(name.dropLast(".yaml".count)).txt"
            let mistakes = try String(contentsOfFile: snapshot, encoding: .utf8).split(separator: "\n")
                .filter { $0.contains(": error: ") }.map(String.init)
            let isAccepted = SchemaChecker.accepts(tree, schema)
            #expect(isAccepted == !mistakes.contains(where: Self.isOfShape), "\(name)")
            if !isAccepted { refused.insert(name) }
        }
        #expect(
            refused == [
                "malformed-constants.yaml", "malformed-contradictions.yaml", "malformed-moment.yaml",
                "malformed-twice.yaml",
                "malformed-unknown-keys.yaml", "malformed-unknown-names.yaml", "malformed-values.yaml",
            ])
    }

    @Test func `the schemas that ship are those of the loader`() throws {
        let folder = ShippedPolicy.directory + "/schema"
        let schemas = PolicySchemas.schemas()
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
        #expect(names == schemas.map { $0.name + ".schema.json" })
        for (name, json) in schemas {
            let shipped = try? String(contentsOfFile: "\(folder)/\(name).schema.json", encoding: .utf8)
            #expect(shipped == json, "policies/schema/\(name).schema.json is out of date")
        }
    }

    @Test func `schemas are well-formed and name their dialect`() throws {
        for (name, json) in PolicySchemas.schemas() {
            let schema = try Tree.json(json)
            #expect(schema["$schema"] == .text("https://json-schema.org/draft/2020-12/schema"), "\(name)")
            #expect(schema["additionalProperties"] == .boolean(false), "\(name)")
        }
    }

    private static func schema(_ name: String) throws -> Tree {
        let schema = try #require(PolicySchemas.schemas().first { $0.name == name })
        return try Tree.json(schema.json)
    }

    private static func suites(in folder: String) throws -> [(name: String, text: String)] {
        let path = "\(ShippedPolicy.directory)/\(folder)"
        let names = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".yaml") }
        return try names.sorted().map { ($0, try String(contentsOfFile: "\(path)/\($0)", encoding: .utf8)) }
    }

    private static func isOfShape(_ message: String) -> Bool {
        ofShape.contains { message.contains($0) } && !ofSeveralValues.contains { message.contains($0) }
    }

    private static func messages(_ name: String, _ text: String) -> [String] {
        do {
            if name == "overlay" {
                _ = try Overlays.load([Overlays.files(text)])
            } else {
                let path = name == "suite" ? "tests/suite.yaml" : name + ".yaml"
                let files = Fixture.files.filter { $0.0 != path } + [(path, text)]
                _ = try PolicyLoader(digest: Fixture.digest).load(PolicyFiles(files: files))
            }
            return []
        } catch let error as InvalidPolicyError {
            return error.diagnostics.map(\.message)
        } catch {
            return ["\(error)"]
        }
    }
}
