// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
    .enableUpcomingFeature("ExistentialAny"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
    .enableUpcomingFeature("MemberImportVisibility"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
    .enableUpcomingFeature("InternalImportsByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0461-async-function-isolation.md
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0480-swiftpm-warning-control.md
    .treatAllWarnings(as: .error),
]

/// For targets that hold C pointers.
let unsafeSettings =
    settings + [
        // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0458-strict-memory-safety.md
        .strictMemorySafety()
    ]

let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")

/// What both listeners, the API's and the control socket's, are made of.
let serving: [Target.Dependency] = [
    .product(name: "HTTPTypes", package: "swift-http-types"),
    .product(name: "Logging", package: "swift-log"),
    .product(name: "Metrics", package: "swift-metrics"),
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"),
    .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
    .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
]

let package = Package(
    name: "vitrine",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "vitrine", targets: ["vitrine"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
        .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: ["JSON", "YAML"]),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/HdrHistogram/hdrhistogram-swift", from: "0.2.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        .target(name: "Domain", swiftSettings: settings),
        .systemLibrary(
            name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
        .systemLibrary(name: "CMalloc"),
        .target(name: "Sealing", dependencies: ["CSodium", "Domain"], swiftSettings: unsafeSettings),
        .target(name: "Storage", dependencies: ["Domain"], swiftSettings: settings),
        .target(
            name: "StorageSQLite",
            dependencies: [
                "Domain", "Storage", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "PolicyEngine", dependencies: ["Domain", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(
            name: "Disclosure",
            dependencies: [
                "Domain", "PolicyEngine", "Sealing", "Storage",
                .product(name: "DequeModule", package: "swift-collections"),
            ], swiftSettings: settings),
        .target(
            name: "PolicyLab",
            dependencies: [
                "Disclosure", "Domain", "PolicyEngine", .product(name: "Mustache", package: "swift-mustache"),
            ], swiftSettings: settings),
        .target(name: "FriendShops", dependencies: ["Domain", "PolicyEngine", "Disclosure"], swiftSettings: settings),
        .target(
            name: "FeedBuilder",
            dependencies: [
                "Domain", "Disclosure", "FriendShops", .product(name: "HeapModule", package: "swift-collections"),
            ],
            swiftSettings: settings),
        .target(
            name: "FeedAPI",
            dependencies: [
                "Domain", "Disclosure", "FeedBuilder", "FriendShops", "PersonalExport", "PolicyEngine", hummingbird,
            ] + serving,
            swiftSettings: settings),
        .target(name: "Audit", dependencies: ["Domain"], swiftSettings: settings),
        .target(
            name: "PersonalExport", dependencies: ["Disclosure", "Domain", "FriendShops", "PolicyEngine"],
            swiftSettings: settings),
        .target(name: "Tabular", dependencies: ["Domain"], swiftSettings: settings),
        .target(name: "Control", dependencies: serving, swiftSettings: settings),
        .target(name: "DefaultPolicy", swiftSettings: settings, plugins: ["EmbedFilesPlugin"]),
        .executableTarget(name: "EmbedFiles", swiftSettings: settings),
        .plugin(
            name: "EmbedFilesPlugin", capability: .buildTool(), dependencies: ["EmbedFiles"],
            path: "Sources/EmbedFilesPlugin"),
        .executableTarget(
            name: "vitrine",
            dependencies: [
                "Audit", "CMalloc", "Control", "DefaultPolicy", "Disclosure", "Domain", "FeedAPI", "FeedBuilder",
                "FriendShops", "PersonalExport", "PolicyEngine", "PolicyLab", "Sealing", "Storage", "StorageSQLite",
                "Tabular",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Configuration", package: "swift-configuration"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Yams", package: "Yams"),
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "vitrine-bench",
            dependencies: [
                "CSodium", "Control", "DefaultPolicy", "Disclosure", "Domain", "FeedBuilder", "FriendShops",
                "Histories",
                "PolicyEngine", "PolicyLab", "Sealing", "Storage", "StorageSQLite", "VitrineTesting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Histogram", package: "hdrhistogram-swift"), hummingbird,
            ] + serving,
            path: "Sources/VitrineBenchmarks", swiftSettings: unsafeSettings),
        .target(name: "VitrineTesting", dependencies: ["Domain", "Storage"], swiftSettings: settings),
        .testTarget(
            name: "AuditTests", dependencies: ["Audit", "Domain", "Storage", "StorageSQLite", "VitrineTesting"],
            swiftSettings: settings),
        .testTarget(name: "ControlTests", dependencies: ["Control"] + serving, swiftSettings: settings),
        .testTarget(name: "DefaultPolicyTests", dependencies: ["DefaultPolicy"], swiftSettings: settings),
        .target(
            name: "SampleWorld",
            dependencies: [
                "Disclosure", "Domain", "FeedBuilder", "FriendShops", "PolicyEngine", "Sealing", "Storage",
                "VitrineTesting",
            ],
            path: "Tests/DisclosureTests/SampleWorld", swiftSettings: settings),
        .testTarget(
            name: "DisclosureTests",
            dependencies: [
                "Disclosure", "Domain", "FeedBuilder", "FriendShops", "PolicyEngine", "SampleWorld", "Sealing",
                "Storage", "StorageSQLite", "VitrineTesting",
            ],
            exclude: ["SampleWorld"], swiftSettings: settings),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "VitrineTesting"], swiftSettings: settings),
        .testTarget(
            name: "FeedAPITests",
            dependencies: [
                "FeedAPI", "Domain", "Disclosure", "FeedBuilder", "FriendShops", "PersonalExport", "PolicyEngine",
                "Sealing", "Storage", "VitrineTesting", hummingbird,
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ] + serving,
            swiftSettings: settings),
        .testTarget(
            name: "FeedBuilderTests",
            dependencies: [
                "Disclosure", "Domain", "FeedBuilder", "FriendShops", "PolicyEngine", "SampleWorld", "Sealing",
                "Storage", "VitrineTesting",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "EpochTests",
            dependencies: [
                "Disclosure", "Domain", "FeedBuilder", "FriendShops", "PolicyEngine", "SampleWorld", "Sealing",
                "Storage", "VitrineTesting",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "FriendShopsTests",
            dependencies: [
                "Disclosure", "Domain", "FeedBuilder", "FriendShops", "PolicyEngine", "SampleWorld", "VitrineTesting",
            ],
            swiftSettings: settings),
        .target(
            name: "Histories",
            dependencies: [
                "Disclosure", "Domain", "FeedAPI", "FriendShops", "PersonalExport", "PolicyEngine", "Sealing",
                "Storage",
                "StorageSQLite", "VitrineTesting", .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"), .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            path: "Tests/HistoriesTests/Histories", swiftSettings: settings),
        .testTarget(
            name: "HistoriesTests",
            dependencies: [
                "Domain", "Histories", "VitrineTesting", "vitrine",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Histories"], swiftSettings: settings),
        .testTarget(name: "LayeringTests", swiftSettings: settings),
        .testTarget(
            name: "MustNotCompileTests", dependencies: ["Disclosure", "FeedAPI", "FeedBuilder", "VitrineTesting"],
            exclude: ["Cases"],
            swiftSettings: settings),
        .testTarget(
            name: "PersonalExportTests", dependencies: ["PersonalExport", "VitrineTesting"], swiftSettings: settings),
        .testTarget(name: "PolicyEngineTests", dependencies: ["PolicyEngine", "Domain"], swiftSettings: settings),
        .testTarget(
            name: "PolicyLabTests",
            dependencies: ["Disclosure", "Domain", "PolicyEngine", "PolicyLab", "SampleWorld", "VitrineTesting"],
            swiftSettings: settings),
        .testTarget(
            name: "RealDataTests",
            dependencies: [
                "vitrine", "vitrine-bench", "Disclosure", "Domain", "FeedBuilder", "Tabular", "VitrineTesting",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Yams", package: "Yams"),
            ],
            exclude: ["FullWalk", "Input", "full-walk"], swiftSettings: settings),
        .testTarget(name: "SealingTests", dependencies: ["CSodium", "Domain", "Sealing"], swiftSettings: settings),
        .testTarget(
            name: "StorageTests", dependencies: ["Domain", "Storage", "StorageSQLite", "VitrineTesting"],
            swiftSettings: settings),
        .testTarget(
            name: "TabularTests", dependencies: ["Tabular", "Domain", "VitrineTesting"], swiftSettings: settings),
        .testTarget(
            name: "TwoWorldsTests",
            dependencies: [
                "FeedAPI", "Domain", "Disclosure", "FeedBuilder", "FriendShops", "PersonalExport", "PolicyEngine",
                "Sealing", "Storage", "StorageSQLite", "VitrineTesting", hummingbird,
            ] + serving,
            swiftSettings: settings),
        .testTarget(
            name: "VitrineBenchmarksTests",
            dependencies: ["vitrine-bench", .product(name: "NIOCore", package: "swift-nio")],
            swiftSettings: settings),
        .testTarget(
            name: "VitrineTests",
            dependencies: [
                "vitrine", "Domain", "PolicyEngine", "StorageSQLite", "VitrineTesting",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
            ],
            exclude: ["Help/Snapshots"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
