import Domain
public import Storage

extension StorageConformance {
    /// The promises of ``SealedStore``.
    public static let sealed: [ConformanceCase<any SealedStore>] =
        BoxPromises.all.map { promise in
            ConformanceCase(promise.name) { try await promise.check(BoxSpace($0)) }
        } + [
            ConformanceCase("the count is of boxes, not of writes") { store in
                var random = SplitMix64(seed: 20)
                let addresses = (0..<10).map { _ in random.address() }
                for _ in 0..<2 {
                    var batch = SealedBatch()
                    for address in addresses { batch.put(random.box(), at: address) }
                    try await store.commit(batch)
                }
                try require(try await store.count() == 10, "one box an address")
                var batch = SealedBatch()
                batch.delete(addresses[0])
                batch.delete(random.address())
                try await store.commit(batch)
                try require(try await store.count() == 9, "one box fewer")
            },
            ConformanceCase("boxes that begin otherwise are counted") { store in
                var random = SplitMix64(seed: 21)
                var batch = SealedBatch()
                for first: UInt8 in [1, 1, 2] {
                    batch.put(SealedBox(bytes: [7, first] + random.box().bytes), at: random.address())
                }
                batch.put(SealedBox(bytes: [7]), at: random.address())
                try await store.commit(batch)
                try require(try await store.count(notBeginningWith: [7, 1]) == 2, "another beginning, or none")
                try require(try await store.count(notBeginningWith: []) == 0, "everything begins with nothing")
                let others = batch.writes.filter { $0.value?.bytes.starts(with: [7, 1]) == false }.keys
                try require(
                    Set(try await store.addresses(notBeginningWith: [7, 1])) == Set(others), "where those lie")
            },
            ConformanceCase("boxes of a length come page by page, each once, in the order of their addresses") {
                store in
                var random = SplitMix64(seed: 22)
                var expected: [Address: SealedBox] = [:]
                var batch = SealedBatch()
                for number in 0..<50 {
                    let (address, box) = (random.address(), random.box(number.isMultiple(of: 2) ? 111 : 112))
                    batch.put(box, at: address)
                    if box.bytes.count == 111 { expected[address] = box }
                }
                for bytes in [[UInt8](repeating: 0, count: 16), [UInt8](repeating: 255, count: 16)] {
                    let (address, box) = (Address(bytes: bytes), random.box(111))
                    batch.put(box, at: address)
                    expected[address] = box
                }
                try await store.commit(batch)
                var found: [Address] = []
                while true {
                    let page = try await store.boxes(ofByteCount: 111, after: found.last, limit: 7)
                    try require(page.allSatisfy { expected[$0.address] == $0.box }, "the box at the address")
                    found += page.map(\.address)
                    if page.count < 7 { break }
                }
                try require(found == expected.keys.sorted(), "all of them, in order")
            },
        ]

    /// The promises of ``KeyStore``.
    public static let keys: [ConformanceCase<any KeyStore>] = BoxPromises.all.map { promise in
        ConformanceCase(promise.name) { try await promise.check(BoxSpace($0)) }
    }
}
