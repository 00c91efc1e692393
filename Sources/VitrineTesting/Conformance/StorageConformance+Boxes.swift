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
            }
        ]

    /// The promises of ``KeyStore``.
    public static let keys: [ConformanceCase<any KeyStore>] = BoxPromises.all.map { promise in
        ConformanceCase(promise.name) { try await promise.check(BoxSpace($0)) }
    }
}
