import Testing

@_spi(EnforcementPoint) @testable import Sealing

@Suite struct LockedMemoryTests {
    @Test func `locked and total bytes are told`() throws {
        let hierarchy = try Installation().hierarchy
        #expect(hierarchy.totalBytes == LockedMemory.firstSlabByteCount)
        #expect([0, hierarchy.totalBytes].contains(hierarchy.lockedBytes))
    }

    @Test func `a lock that fails shows, and stops nothing`() throws {
        let memory = try LockedMemory { _, _ in false }
        let key = SecretKey(in: memory, random: SodiumRandom())
        #expect(memory.lockedByteCount == 0)
        #expect(memory.totalByteCount == LockedMemory.firstSlabByteCount)
        let isWritten = key.withBytes { $0.contains { $0 != 0 } }
        #expect(isWritten)
    }

    @Test func `the lock is asked for the whole slab, which begins a page`() throws {
        let memory = try LockedMemory { start, count in
            UInt(bitPattern: start).isMultiple(of: 4096) && count == LockedMemory.firstSlabByteCount
        }
        _ = SecretKey(in: memory, random: SodiumRandom())
        #expect(memory.lockedByteCount == memory.totalByteCount)
    }

    @Test func `many keys need few slabs, and slots are used again`() throws {
        let memory = try LockedMemory { _, _ in true }
        func fill() {
            let rings = (0..<2000).map { _ in
                KeyRing(SecretKey(in: memory, random: SodiumRandom()), keyClass: .open)
            }
            #expect(rings.count == 2000)
        }
        fill()
        let total = memory.totalByteCount
        #expect(total == (1 + 2 + 4) * LockedMemory.firstSlabByteCount)
        for _ in 0..<5 { fill() }
        #expect(memory.totalByteCount == total)
    }

    @Test func `keys do not share a slot`() throws {
        let memory = try LockedMemory { _, _ in true }
        let rings = (0..<1500).map { index in
            RecordSubkeys(
                encryption: SecretKey(in: memory) { $0.storeBytes(of: UInt64(index), as: UInt64.self) },
                commitment: SecretKey(in: memory) { $0.storeBytes(of: UInt64(index + 5000), as: UInt64.self) })
        }
        for (index, ring) in rings.enumerated() {
            let first = ring.encryption.withBytes { $0.load(as: UInt64.self) }
            let second = ring.commitment.withBytes { $0.load(as: UInt64.self) }
            #expect((first, second) == (UInt64(index), UInt64(index + 5000)))
        }
    }

    @Test func `a slot is zero once its key is gone`() throws {
        let memory = try LockedMemory { _, _ in true }
        let (address, isWritten) = trace(in: memory)
        #expect(isWritten)
        let slot = memory.reserve()
        let bytes = slot.slab.slot(slot.index)
        #expect(UInt(bitPattern: bytes.baseAddress) == address)
        #expect(bytes.allSatisfy { $0 == 0 })
    }

    private func trace(in memory: LockedMemory) -> (address: UInt, isWritten: Bool) {
        let key = SecretKey(in: memory) { $0.copyBytes(from: [UInt8](1...32)) }
        return key.withBytes { (UInt(bitPattern: $0.baseAddress), $0.allSatisfy { $0 != 0 }) }
    }

    @Test func `keys are equal when all their bytes are`() throws {
        let bytes = [UInt8](0..<32)
        let key = try Installation.secretKey(bytes)
        let isSame = key.isEqual(to: try Installation.secretKey(bytes))
        #expect(isSame)
        for index in bytes.indices {
            var other = bytes
            other[index] ^= 1
            let isSame = key.isEqual(to: try Installation.secretKey(other))
            #expect(!isSame)
        }
    }
}
