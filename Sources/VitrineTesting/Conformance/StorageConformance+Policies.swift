import Domain
public import Storage

extension StorageConformance {
    /// The promises of ``PolicyStore``.
    public static let policies: [ConformanceCase<any PolicyStore>] = [
        ConformanceCase("revisions come back oldest first, each at its ordinal") { store in
            try require(try await store.revisions().isEmpty, "none at first")
            for index in 0..<5 {
                let ordinal = try await store.appendRevision(revision("r\(9 - index)", at: Int64(100 - index)))
                try require(ordinal == index, "the next ordinal")
            }
            let stored = try await store.revisions()
            try require(stored == (0..<5).map { revision("r\(9 - $0)", at: Int64(100 - $0)) }, "as appended")
        },
        ConformanceCase("a revision that is there keeps its ordinal and its table") { store in
            let first = revision("first", at: 1)
            _ = try await store.appendRevision(first)
            _ = try await store.appendRevision(revision("second", at: 2))
            var other = first
            other.table = [9]
            try require(try await store.appendRevision(other) == 0, "the ordinal that it had")
            try require(try await store.revisions().first == first, "the table that it had")
            try require(try await store.appendRevision(revision("First", at: 3)) == 2, "names differ in case")
        },
        ConformanceCase("a table of a megabyte comes back byte for byte") { store in
            var random = SplitMix64(seed: 30)
            let large = StoredRevision(
                name: "large", table: random.bytes(1 << 20), memory: random.bytes(1 << 20),
                loadedAt: Instant(seconds: -1))
            let empty = StoredRevision(name: "empty", table: [], memory: [], loadedAt: Instant(seconds: 0))
            _ = try await store.appendRevision(large)
            _ = try await store.appendRevision(empty)
            try require(try await store.revisions() == [large, empty], "every byte")
        },
        ConformanceCase("revisions appended at the same time get an ordinal each") { store in
            let ordinals = try await withThrowingTaskGroup(of: Int.self, returning: [Int].self) { group in
                for index in 0..<20 {
                    group.addTask { try await store.appendRevision(revision("r\(index % 10)", at: 0)) }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            try require(ordinals.sorted() == (0..<20).map { $0 / 2 }, "each ordinal twice, for the two of a name")
        },
        ConformanceCase("loads come back in the order in which they were noted, also of one revision") { store in
            try require(try await store.loads().isEmpty, "none at first")
            for name in ["first", "second"] { _ = try await store.appendRevision(revision(name, at: 1)) }
            let loads = [(0, 5), (1, 9), (0, 9), (1, 3)].map { StoredLoad(ordinal: $0.0, at: Instant(seconds: $0.1)) }
            for load in loads { try await store.appendLoad(load) }
            try require(try await store.loads() == loads, "as appended")
        },
        ConformanceCase("raises come back with rising numbers until their hold has ended") { store in
            try require(try await store.raises().isEmpty, "none at first")
            var random = SplitMix64(seed: 31)
            let raises = [(1, 50), (2, 40), (2, 60)].map { at, until in
                StoredRaise(
                    at: Instant(seconds: at), until: Instant(seconds: until), undo: random.bytes(Int(until) * 4_000))
            }
            var numbers: [Int] = []
            for raise in raises { numbers.append(try await store.appendRaise(raise)) }
            try require(numbers == numbers.sorted() && Set(numbers).count == 3, "rising numbers")
            let noted = try await store.raises()
            try require(noted.map(\.raise) == raises && noted.map(\.number) == numbers, "as appended")
            try await store.removeRaises(endedBy: Instant(seconds: 39))
            try require(try await store.raises().count == 3, "none has ended")
            try await store.removeRaises(endedBy: Instant(seconds: 50))
            try require(try await store.raises().map(\.raise) == [raises[2]], "two have ended")
            try await store.removeRaises(endedBy: Instant(seconds: 60))
            let next = try await store.appendRaise(raises[0])
            try require(next > numbers[2], "a number is never given twice")
        },
    ]

    private static func revision(_ name: String, at seconds: Int64) -> StoredRevision {
        StoredRevision(
            name: name, table: Array(name.utf8) + [0, 255], memory: [255] + Array(name.utf8),
            loadedAt: Instant(seconds: seconds))
    }
}
