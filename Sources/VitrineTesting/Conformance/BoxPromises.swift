import Domain
import Storage

/// The promises of a box space.
enum BoxPromises {
    typealias Promise = (name: String, check: @Sendable (BoxSpace) async throws -> Void)

    static let all: [Promise] = reading + writing + concurrent

    private static let reading: [Promise] = [
        (
            "an empty store has nothing at any address",
            { space in
                var random = SplitMix64(seed: 1)
                let found = try await space.boxes([random.address(), random.address()])
                try require(found == [nil, nil], "one nothing an address")
                try require(try await space.boxes([]).isEmpty, "nothing asked, nothing answered")
            }
        ),
        (
            "a read sees the write before it",
            { space in
                var random = SplitMix64(seed: 2)
                let (address, first, second) = (random.address(), random.box(), random.box(64))
                try await space.put([address: first])
                try require(try await space.boxes([address]) == [first], "the box that was put")
                try await space.put([address: second])
                try require(try await space.boxes([address]) == [second], "the box that replaced it")
            }
        ),
        (
            "boxes come in the order of the request, with gaps and repetitions",
            { space in
                var random = SplitMix64(seed: 3)
                let addresses = (0..<5).map { _ in random.address() }
                let boxes = (0..<3).map { _ in random.box() }
                try await space.put([addresses[0]: boxes[0], addresses[2]: boxes[1], addresses[4]: boxes[2]])
                let request = [4, 1, 0, 0, 3, 2, 4].map { addresses[$0] }
                try require(
                    try await space.boxes(request) == [boxes[2], nil, boxes[0], boxes[0], nil, boxes[1], boxes[2]],
                    "the order of the request")
            }
        ),
        (
            "boxes of any size come back byte for byte",
            { space in
                var random = SplitMix64(seed: 4)
                var boxes: [Address: SealedBox] = [:]
                for size in [0, 1, 255, 1_002, 1_003, 4_096, 65_537, 3_000_000] {
                    boxes[random.address()] = random.box(size)
                }
                try await space.put(boxes)
                let addresses = Array(boxes.keys)
                try require(
                    try await space.boxes(addresses) == addresses.map { boxes[$0] }, "every box as it was put")
            }
        ),
        (
            "addresses that differ in one bit are different",
            { space in
                var random = SplitMix64(seed: 5)
                let bytes = random.bytes(Address.byteCount)
                var boxes: [Address: SealedBox] = [:]
                for bit in 0..<Address.byteCount * 8 {
                    var changed = bytes
                    changed[bit / 8] ^= 1 << (bit % 8)
                    boxes[Address(bytes: changed)] = random.box(32)
                }
                try await space.put(boxes)
                let addresses = Array(boxes.keys) + [Address(bytes: bytes)]
                try require(
                    try await space.boxes(addresses) == addresses.map { boxes[$0] }, "each its own, the first none")
            }
        ),
    ]

    private static let writing: [Promise] = [
        (
            "a deleted box is gone, and only that one",
            { space in
                var random = SplitMix64(seed: 6)
                let (kept, gone, box) = (random.address(), random.address(), random.box())
                try await space.put([kept: box, gone: random.box()])
                try await space.delete([gone, random.address()])
                try require(try await space.boxes([kept, gone]) == [box, nil], "one kept, one gone")
                let again = random.box()
                try await space.put([gone: again])
                try require(try await space.boxes([gone]) == [again], "the address can be used again")
            }
        ),
        (
            "the last write to an address in a batch counts",
            { space in
                var random = SplitMix64(seed: 7)
                let (first, second) = (random.address(), random.address())
                let (early, late) = (random.box(), random.box())
                var batch = SealedBatch()
                batch.put(early, at: first)
                batch.put(late, at: first)
                batch.put(early, at: second)
                batch.delete(second)
                try await space.commit(batch)
                try require(try await space.boxes([first, second]) == [late, nil], "the last write")
            }
        ),
        (
            "an empty batch changes nothing",
            { space in
                var random = SplitMix64(seed: 8)
                let (address, box) = (random.address(), random.box())
                try await space.put([address: box])
                try await space.commit(SealedBatch())
                try require(try await space.boxes([address]) == [box], "what was there")
            }
        ),
        (
            "ten thousand boxes go in and out in one batch",
            { space in
                var random = SplitMix64(seed: 9)
                var boxes: [Address: SealedBox] = [:]
                for _ in 0..<10_000 { boxes[random.address()] = random.box(64) }
                try await space.put(boxes)
                let addresses = Array(boxes.keys)
                try require(
                    try await space.boxes(addresses) == addresses.map { boxes[$0] }, "every box at its address")
                try await space.delete(addresses)
                try require(try await space.boxes(addresses).allSatisfy { $0 == nil }, "none left")
            }
        ),
    ]

    private static let concurrent: [Promise] = [
        (
            "a read never sees half a batch",
            { space in
                var random = SplitMix64(seed: 10)
                let addresses = (0..<50).map { _ in random.address() }
                try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask {
                        for round in 1...100 {
                            let box = SealedBox(bytes: [UInt8](repeating: UInt8(round), count: 200))
                            try await space.put(Dictionary(uniqueKeysWithValues: addresses.map { ($0, box) }))
                        }
                    }
                    for _ in 0..<2 {
                        group.addTask {
                            for _ in 0..<200 {
                                let seen = Set(try await space.boxes(addresses))
                                try require(seen.count == 1, "all boxes from one state")
                            }
                        }
                    }
                    try await group.waitForAll()
                }
            }
        ),
        (
            "writers at the same time lose nothing",
            { space in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for writer in 0..<8 {
                        group.addTask {
                            var random = SplitMix64(seed: UInt64(100 + writer))
                            for _ in 0..<25 {
                                let (address, box) = (random.address(), random.box())
                                try await space.put([address: box])
                                try require(try await space.boxes([address]) == [box], "the writer's own write")
                            }
                        }
                    }
                    try await group.waitForAll()
                }
                for writer in 0..<8 {
                    var random = SplitMix64(seed: UInt64(100 + writer))
                    for _ in 0..<25 {
                        let (address, box) = (random.address(), random.box())
                        try require(try await space.boxes([address]) == [box], "every write of every writer")
                    }
                }
            }
        ),
    ]
}
