extension Rule {
    static let layers = [
        Rule(
            "a module imports what its layer may, and nothing else",
            violating: [
                SourceFile("Sources/Domain/A.swift", "import Disclosure"),
                SourceFile("Sources/FeedAPI/A.swift", "import Domain\npublic import Storage"),
                SourceFile("Sources/FeedBuilder/A.swift", "import struct PolicyEngine.Policy"),
                SourceFile("Sources/FeedBuilder/A.swift", "@_spi(EnforcementPoint) import Sealing"),
                SourceFile("Sources/PolicyEngine/A.swift", "#if os(Linux)\n    private import GRDB\n#endif"),
                SourceFile("Sources/Unheard/A.swift", "import Domain"),
            ],
            innocent: [
                SourceFile("Sources/Domain/A.swift", "import Foundation\n// import Disclosure"),
                SourceFile("Sources/vitrine/A.swift", "import StorageSQLite"),
                SourceFile("Tests/DomainTests/A.swift", "@testable import Disclosure"),
                SourceFile("Sources/Domain/A.swift", "let text = \"\"\"\nimport Sealing\n\"\"\""),
            ]
        ) { file in
            guard let module = file.module, file.isSwift else { return [] }
            guard Layers.knows(module) else {
                return [Violation(file, nil, "`\(module)` is not in the list of layers")]
            }
            return file.imports.filter { !Layers.admits($0.module, in: module) }.map {
                Violation(file, $0.line, "`\(module)` may not import `\($0.module)`")
            }
        },
        Rule(
            "the feed, the shops and the interface know neither storage nor keys",
            violating: [
                SourceFile("Sources/FeedAPI/A.swift", "import Sealing"),
                SourceFile("Sources/FeedBuilder/A.swift", "public import Storage"),
                SourceFile("Sources/FriendShops/A.swift", "import StorageSQLite"),
                SourceFile("Sources/FriendShops/A.swift", "import CSodium"),
            ],
            innocent: [SourceFile("Sources/Disclosure/A.swift", "import Sealing\nimport Storage")]
        ) { file in
            guard let module = file.module, ["FeedAPI", "FeedBuilder", "FriendShops"].contains(module) else {
                return []
            }
            return file.imports
                .filter { $0.module.hasPrefix("Storage") || ["Sealing", "CSodium", "GRDB"].contains($0.module) }
                .map { Violation(file, $0.line, "`\(module)` may not come near `\($0.module)`") }
        },
        Rule(
            "a storage backend is named by the executables and the tests alone",
            violating: [
                SourceFile("Sources/Disclosure/A.swift", "import StorageSQLite"),
                SourceFile("Sources/VitrineTesting/A.swift", "import StoragePostgres"),
            ],
            innocent: [
                SourceFile("Sources/vitrine/A.swift", "import StorageSQLite"),
                SourceFile("Sources/VitrineBenchmarks/A.swift", "import StorageSQLite"),
                SourceFile("Tests/StorageTests/A.swift", "import StorageSQLite"),
            ]
        ) { file in
            guard let module = file.module, !["vitrine", "VitrineBenchmarks"].contains(module) else { return [] }
            return file.imports.filter { ["StorageSQLite", "StoragePostgres"].contains($0.module) }.map {
                Violation(file, $0.line, "`\(module)` names a backend, `\($0.module)`")
            }
        },
        Rule(
            "no module hands on or breaks open another",
            violating: [
                SourceFile("Sources/Disclosure/A.swift", "@_exported import Sealing"),
                SourceFile("Sources/FeedAPI/A.swift", "@testable\nimport Disclosure"),
                SourceFile("Sources/FeedAPI/A.swift", "@_private(sourceFile: \"A.swift\") import Disclosure"),
            ],
            innocent: [SourceFile("Tests/DisclosureTests/A.swift", "@testable import Disclosure")]
        ) { file in
            guard file.module != nil else { return [] }
            return file.lines(naming: ["@_exported", "@testable", "@_private", "@_implementationOnly"]).map {
                Violation(file, $0.number, "`\($0.word)`")
            }
        },
    ]
}
