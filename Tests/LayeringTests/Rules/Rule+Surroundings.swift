extension Rule {
    /// The composition root: where the real clock and the real randomness come in.
    private static func isRoot(_ file: SourceFile) -> Bool { file.isUnder("Sources/vitrine/Composition") }

    /// Programs that are run by hand, never by anybody who uses the service.
    private static func isBench(_ file: SourceFile) -> Bool { file.module == "VitrineBenchmarks" }

    static let surroundings = [
        forbidding(
            [
                "Date()", "Date.now", "Date(timeIntervalSinceNow:", "Date = .now", "ContinuousClock", "SuspendingClock",
                "clock_gettime", "gettimeofday", "time(nil)", "systemUptime", "CFAbsoluteTimeGetCurrent",
                "DispatchTime.now", "DispatchWallTime.now", "NIODeadline.now",
            ],
            "the clock is read in the composition root only",
            violating: [
                SourceFile("Sources/Disclosure/A.swift", "let now = Date()"),
                SourceFile("Sources/FeedAPI/A.swift", "log(\"at \\(Date.now)\")"),
                SourceFile("Sources/FeedAPI/A.swift", "let clock = ContinuousClock()"),
                SourceFile("Sources/vitrine/Commands/A.swift", "clock_gettime(CLOCK_REALTIME, &time)"),
                SourceFile("Sources/FeedAPI/A.swift", "let deadline: NIODeadline = NIODeadline.now()"),
            ],
            innocent: [
                SourceFile("Sources/vitrine/Composition/A.swift", "let now = Date()"),
                SourceFile("Sources/FeedAPI/A.swift", "/// Never `Date()`.\nlet text = \"Date()\""),
                SourceFile("Sources/FeedAPI/A.swift", "let update = Update()"),
            ],
            allowedIn: { isRoot($0) || isBench($0) }),
        forbidding(
            [
                "SystemRandomNumberGenerator", ".random(", "randomElement()", "shuffled()", "shuffle()", "arc4random",
                "arc4random_uniform", "getrandom", "getentropy", "UUID()", "randombytes_buf", "drand48", "rand()",
            ],
            "randomness comes from the operating system in one file, and from outside everywhere else",
            violating: [
                SourceFile("Sources/FeedBuilder/A.swift", "items.shuffled()"),
                SourceFile("Sources/FeedAPI/A.swift", "let id = UUID().uuidString"),
                SourceFile("Sources/Sealing/Keys/A.swift", "let byte = UInt8.random(in: 0...255)"),
                SourceFile("Sources/Disclosure/A.swift", "var generator = SystemRandomNumberGenerator()"),
            ],
            innocent: [
                SourceFile("Sources/Sealing/Randomness/SodiumRandom.swift", "randombytes_buf(start, count)"),
                SourceFile("Sources/vitrine/Composition/A.swift", "let name = UUID()"),
                SourceFile("Sources/FeedBuilder/A.swift", "items.shuffled(using: &generator)"),
            ],
            allowedIn: {
                isRoot($0) || isBench($0) || $0.path == "Sources/Sealing/Randomness/SodiumRandom.swift"
                    // A directory of a test is named apart from those of other runs.
                    || $0.path == "Sources/VitrineTesting/Inputs/TemporaryDirectory.swift"
            }),
        forbidding(
            ["print(", "debugPrint(", "dump(", "NSLog(", "fputs(", "puts(", "printf("],
            "nothing but the executable writes to the terminal",
            violating: [
                SourceFile("Sources/Disclosure/A.swift", "print(item)"),
                SourceFile("Sources/FeedAPI/A.swift", "    dump(request)"),
            ],
            innocent: [
                SourceFile("Sources/vitrine/Commands/A.swift", "print(token)"),
                SourceFile("Sources/FeedAPI/A.swift", "fingerprint(body)"),
            ],
            allowedIn: { $0.module == "vitrine" || isBench($0) }),
        forbidding(
            ["Mirror(reflecting:", "customDumpMirror", "String(reflecting: error", "String(describing: error"],
            "nothing is looked into at run time",
            violating: [
                SourceFile("Sources/FeedAPI/A.swift", "for child in Mirror(reflecting: value).children {}"),
                SourceFile("Sources/FeedAPI/A.swift", "log(String(describing: error))"),
            ],
            innocent: [
                SourceFile("Sources/FeedAPI/A.swift", "String(reflecting: type(of: error))"),
                SourceFile("Sources/FeedAPI/A.swift", "var customMirror: Mirror { Mirror(self, children: []) }"),
            ]),
        forbidding(
            ["localizedDescription"],
            "what an error says of itself is never shown",
            violating: [SourceFile("Sources/FeedAPI/A.swift", "logger.error(\"\\(error.localizedDescription)\")")],
            innocent: [SourceFile("Sources/FeedAPI/A.swift", "logger.error(\"failed\")")]),
    ]
}
