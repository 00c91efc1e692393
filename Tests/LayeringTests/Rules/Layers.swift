/// What each module may import: the arrows of the architecture, and what comes from outside.
enum Layers {
    /// The parts of the platform that say nothing about the layer.
    private static let platform: Set<String> = ["Foundation", "Synchronization", "Glibc", "Musl", "Darwin"]

    /// What each module may import besides the platform.
    private static let allowed: [String: Set<String>] = [
        "Domain": [],
        "CMalloc": [],
        "CSodium": [],
        "Sealing": ["CSodium", "Domain"],
        "Storage": ["Domain"],
        "StorageSQLite": ["Dispatch", "Domain", "GRDB", "GRDBSQLite", "Storage"],
        "PolicyEngine": ["Domain", "Yams"],
        "Disclosure": ["DequeModule", "Domain", "PolicyEngine", "Sealing", "Storage"],
        "PolicyLab": ["Disclosure", "Domain", "Mustache", "PolicyEngine"],
        "FriendShops": ["Disclosure", "Domain", "PolicyEngine"],
        "FeedBuilder": ["Disclosure", "Domain", "FriendShops", "HeapModule"],
        "FeedAPI": [
            "Disclosure", "Domain", "FeedBuilder", "FriendShops", "PersonalExport", "PolicyEngine",
            "CoreMetrics", "HTTPTypes", "Hummingbird", "HummingbirdCore", "Logging", "NIOCore", "NIOHTTP1",
            "NIOHTTPTypes", "ServiceLifecycle",
        ],
        "Audit": ["Domain"],
        "PersonalExport": ["Disclosure", "Domain", "FriendShops", "PolicyEngine"],
        "Tabular": ["Domain"],
        "Control": ["Logging", "NIOCore", "NIOPosix", "ServiceLifecycle"],
        "DefaultPolicy": [],
        "EmbedFiles": [],
        "EmbedFilesPlugin": ["PackagePlugin"],
        "VitrineTesting": ["Disclosure", "Domain", "PolicyEngine", "Sealing", "Storage"],
    ]

    /// The executable puts everything together, so it may import anything.
    private static let composing: Set<String> = ["vitrine"]
    /// Measures the product against what it is made of.
    private static let measuring: [String: Set<String>] = [
        "VitrineBenchmarks": [
            "ArgumentParser", "CSodium", "Control", "DefaultPolicy", "Disclosure", "Domain", "FeedBuilder",
            "FriendShops", "GRDB", "HTTPTypes", "Histogram", "Histories", "Hummingbird", "Logging", "NIOCore",
            "NIOPosix",
            "PolicyEngine", "PolicyLab", "Sealing", "Storage", "StorageSQLite", "VitrineTesting",
        ]
    ]

    static func knows(_ module: String) -> Bool {
        allowed[module] != nil || measuring[module] != nil || composing.contains(module)
    }

    static func admits(_ imported: String, in module: String) -> Bool {
        composing.contains(module) || platform.contains(imported)
            || (allowed[module] ?? measuring[module])?.contains(imported) == true
    }
}
