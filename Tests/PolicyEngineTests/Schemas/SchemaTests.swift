import Domain
import Foundation
import PolicyEngine
import Testing

struct SchemaTests {
    /// What the loader says of a value alone; all else it says of several values or files together.
    private static let ofShape = [
        "missing key", "missing level", "missing tier", "missing audience", "unknown key", "unknown level",
        "unknown tier", "unknown audience", "unknown kind", "unknown epoch", "unknown value of", "unknown field",
        "unknown currency", "the file is empty", " cannot be ", " cannot hold ", " comes twice in ",
        " is not in kebab-case",
    ]

    private static let files = Dictionary(uniqueKeysWithValues: Fixture.files)

    @Test(arguments: ["sources", "sensitive", "disclosure", "release", "aggregates", "shop", "overlay"])
    func `schema and loader agree on every bent file`(_ name: String) throws {
        let schema = try Tree.json(try #require(PolicySchemas.schemas().first { $0.name == name }).json)
        let text = try #require(name == "overlay" ? Fixture.overlay : Self.files[name + ".yaml"])
        let valid = try #require(Tree.yaml(text))
        #expect(SchemaChecker.accepts(valid, schema))
        var refused = 0
        for mutation in valid.mutations {
            let isAccepted = SchemaChecker.accepts(mutation.tree, schema)
            let messages = Self.messages(name, mutation.tree.yaml)
            let isOfShape = messages.contains { message in Self.ofShape.contains { message.contains($0) } }
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

    private static func messages(_ name: String, _ text: String) -> [String] {
        do {
            if name == "overlay" {
                _ = try Overlays.load([Overlays.files(text)])
            } else {
                let files = Fixture.files.map { ($0.0, $0.0 == name + ".yaml" ? text : $0.1) }
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
