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
            },
        ]

    /// The promises of ``KeyStore``.
    public static let keys: [ConformanceCase<any KeyStore>] = BoxPromises.all.map { promise in
        ConformanceCase(promise.name) { try await promise.check(BoxSpace($0)) }
    }
}
