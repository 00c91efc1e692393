extension Rule {
    private static let longestFile = 400

    static let layout = [
        Rule(
            "no file is longer than can be kept in mind",
            violating: [SourceFile("Sources/Disclosure/A.swift", String(repeating: "let a = 1\n", count: 401))],
            innocent: [SourceFile("Sources/Disclosure/A.swift", String(repeating: "let a = 1\n", count: 400))]
        ) { file in
            let count = file.text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
            guard file.isSwift, count > longestFile else { return [] }
            return [Violation(file, nil, "\(count) lines; \(longestFile) are the limit")]
        },
        Rule(
            "the top of the repository holds what a reader looks for",
            violating: [
                SourceFile("Makefile", ""),
                SourceFile("scripts", ""),
                SourceFile("NOTES.md", ""),
            ],
            innocent: [
                SourceFile("Package.swift", ""), SourceFile("README.md", ""), SourceFile("Sources", ""),
                SourceFile("Tests", ""), SourceFile("policies", ""), SourceFile(".swift-format", ""),
                SourceFile("Sources/Disclosure/A.swift", ""),
            ]
        ) { file in
            let allowed: Set<String> = ["Package.swift", "README.md", "Sources", "Tests", "policies"]
            guard !file.path.contains("/"), !file.path.hasPrefix("."), !allowed.contains(file.path) else { return [] }
            return [Violation(file, nil, "does not belong at the top")]
        },
    ]
}
