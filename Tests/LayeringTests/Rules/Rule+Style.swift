extension Rule {
    /// Words that say nothing about what something is for, or that the vocabulary has another word for.
    private static let emptyWords: Set<String> = [
        "manager", "managers", "helper", "helpers", "util", "utils", "utility", "utilities", "anonymize",
        "anonymizer", "anonymized", "user", "users",
    ]
    /// Words that say nothing at the end of a type's name.
    private static let emptyEndings: Set<String> = ["data", "info"]

    private static let types: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
    private static let members: Set<Substring> = ["func", "let", "var", "case"]

    static let style = [
        Rule(
            "what the compiler is asked to take on trust is proved beside it",
            violating: [
                SourceFile("Sources/Sealing/A.swift", "final class Slab: @unchecked Sendable {\n    let base: Int\n}"),
                SourceFile("Sources/Sealing/A.swift", "// Fast.\nfinal class Slab: @unchecked Sendable {}"),
                SourceFile("Tests/SealingTests/A.swift", "nonisolated(unsafe) var count = 0"),
            ],
            innocent: [
                SourceFile(
                    "Sources/Sealing/A.swift",
                    "// INVARIANT: nobody writes it.\n@safe\nfinal class Slab: @unchecked Sendable {}"),
                SourceFile(
                    "Sources/Sealing/A.swift",
                    "final class Slab: @unchecked Sendable {\n    // INVARIANT: nobody writes it.\n}"),
                SourceFile("Sources/Sealing/A.swift", "final class Slab: Sendable {}"),
            ]
        ) { file in
            guard file.isSwift else { return [] }
            return file.lines(naming: ["@unchecked Sendable", "nonisolated(unsafe)"])
                .filter { !file.hasInvariant(beside: $0.number) }
                .map { Violation(file, $0.number, "`\($0.word)` without an `INVARIANT:` beside it") }
        },
        Rule(
            "a name says what a thing is for",
            violating: [
                SourceFile("Sources/Disclosure/A.swift", "final class KeyManager {}"),
                SourceFile("Sources/Disclosure/A.swift", "    private let dateHelper = 1"),
                SourceFile("Sources/Disclosure/A.swift", "struct PurchaseData {}"),
                SourceFile("Sources/Disclosure/A.swift", "public enum ShopInfo {"),
                SourceFile("Sources/FeedAPI/A.swift", "case unknownUser"),
                SourceFile("Tests/FeedAPITests/A.swift", "func anonymize() {}"),
            ],
            innocent: [
                SourceFile("Sources/Disclosure/A.swift", "let data = bytes // the user's"),
                SourceFile("Sources/Disclosure/A.swift", "struct DataDirectory {}"),
                SourceFile("Sources/Disclosure/A.swift", "let files = FileManager.default"),
                SourceFile("Sources/Disclosure/A.swift", "var userlandVersion = 1"),
            ]
        ) { file in
            let suspicious = emptyWords.union(emptyEndings)
            return file.declaredNames(by: types.union(members)).compactMap { number, keyword, name in
                guard suspicious.contains(where: name.lowercased().contains) else { return nil }
                let words = name.camelWords
                if let word = words.first(where: emptyWords.contains) {
                    return Violation(file, number, "`\(name)`: not `\(word)`")
                }
                if types.contains(keyword), words.count > 1, let last = words.last, emptyEndings.contains(last) {
                    return Violation(file, number, "`\(name)`: not `\(last)` at the end")
                }
                return nil
            }
        },
        Rule(
            "a file is named for the type in it",
            violating: [
                SourceFile("Sources/Disclosure/Utils.swift", ""),
                SourceFile("Sources/Disclosure/String+Helpers.swift", ""),
                SourceFile("Sources/Disclosure/CacheManager.swift", ""),
                SourceFile("Sources/Disclosure/Helpers/Cache.swift", ""),
                SourceFile("Tests/DisclosureTests/TestData.swift", ""),
            ],
            innocent: [
                SourceFile("Sources/Disclosure/Cache.swift", ""),
                SourceFile("Sources/StorageSQLite/Schema+Data.swift", ""),
            ]
        ) { file in
            file.path.split(separator: "/").compactMap { part in
                let name = part.hasSuffix(".swift") ? String(part.dropLast(6)) : String(part)
                let isEmpty = name.split(separator: "+").contains { piece in
                    let words = String(piece).camelWords
                    return words.contains(where: emptyWords.contains)
                        || words.count > 1 && words.last.map(emptyEndings.contains) == true
                }
                return isEmpty ? Violation(file, nil, "`\(part)` says nothing") : nil
            }
        },
        Rule(
            "nothing is put off",
            violating: [
                SourceFile("Sources/Disclosure/A.swift", "// TO" + "DO: check"),
                SourceFile("Tests/DisclosureTests/A.swift", "/* FIX" + "ME */"),
                SourceFile("Sources/Disclosure/A.swift", "fatalError(\"not implemented\")"),
            ],
            innocent: [SourceFile("Sources/Disclosure/A.swift", "let todoList = 1")]
        ) { file in
            // This file names the words.
            guard file.isSwift, !file.isUnder("Tests/LayeringTests") else { return [] }
            let words = ["TODO", "FIXME", "XXX", "HACK", "not implemented"].filter(file.text.contains)
            if words.isEmpty { return [] }
            return file.lines.enumerated().flatMap { index, line in
                words.filter { String(line).names($0) }.map {
                    Violation(file, index + 1, "`\($0)`")
                }
            }
        },
    ]
}

extension SourceFile {
    /// Whether an `INVARIANT:` comment stands above the line, with attributes and comments between, or just below.
    fileprivate func hasInvariant(beside number: Int) -> Bool {
        let lines = lines.map { $0.drop { $0 == " " } }
        let above = lines[..<(number - 1)].reversed().prefix { $0.hasPrefix("//") || $0.hasPrefix("@") }
        let below = lines[number...].prefix { $0.hasPrefix("//") }
        return (Array(above) + Array(below)).contains { $0.contains("INVARIANT:") }
    }

    /// The names that are declared with one of the keywords.
    fileprivate func declaredNames(by keywords: Set<Substring>) -> [(number: Int, keyword: Substring, name: String)] {
        guard isSwift else { return [] }
        return code.enumerated().flatMap { index, line -> [(number: Int, keyword: Substring, name: String)] in
            guard keywords.contains(where: { line.contains($0) }) else { return [] }
            let words = line.split { !($0.isLetter || $0.isNumber || $0 == "_") }
            return zip(words, words.dropFirst()).filter { keywords.contains($0.0) }.map {
                (number: index + 1, keyword: $0.0, name: String($0.1))
            }
        }
    }
}
