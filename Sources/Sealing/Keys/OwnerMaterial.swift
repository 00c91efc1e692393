/// What the wrap of an owner's keys holds: two keys of one generation, or of two while records are sealed anew.
///
/// Version 1 is the bare two keys, which are then of the first generation. Version 2 is
/// `2(1) ‖ (generation(4, little endian) ‖ open(32) ‖ withheld(32))…`, the oldest first. Both are padded to one size.
struct OwnerMaterial: ~Copyable {
    /// The keys of one generation, in locked memory.
    struct Pair: ~Copyable {
        static let byteCount = 2 * SecretKey.byteCount

        let generation: UInt32
        let open: SecretKey
        let withheld: SecretKey

        /// Precondition: 64 bytes, the open key first.
        ///
        /// Errors: ``SealingError/weakRandomness`` where both are the same.
        init(generation: UInt32, _ keys: Span<UInt8>, in memory: LockedMemory) throws(SealingError) {
            precondition(keys.count == Self.byteCount)
            let open = Self.key(keys, at: 0, in: memory)
            let withheld = Self.key(keys, at: SecretKey.byteCount, in: memory)
            guard !open.isEqual(to: withheld) else { throw .weakRandomness }
            self.generation = generation
            self.open = open
            self.withheld = withheld
        }

        private static func key(_ keys: Span<UInt8>, at offset: Int, in memory: LockedMemory) -> SecretKey {
            let part = keys.extracting(offset..<offset + SecretKey.byteCount)
            return unsafe part.withUnsafeBytes { bytes in unsafe SecretKey(in: memory, copying: bytes) }
        }

        consuming func take(_ body: (UInt32, consuming SecretKey, consuming SecretKey) -> Void) {
            body(generation, open, withheld)
        }

        func append(to bytes: inout [UInt8]) {
            unsafe open.withBytes { key in unsafe bytes.append(contentsOf: key) }
            unsafe withheld.withBytes { key in unsafe bytes.append(contentsOf: key) }
        }
    }

    private static let version: UInt8 = 2
    private static let entryByteCount = 4 + Pair.byteCount

    private(set) var older: Pair?
    private(set) var newest: Pair

    /// New keys.
    init(generation: UInt32, random: any RandomSource, in memory: LockedMemory) throws(SealingError) {
        older = nil
        newest = try Self.pair(generation: generation, random: random, in: memory)
    }

    init(_ bytes: Span<UInt8>, in memory: LockedMemory) throws(SealingError) {
        if bytes.count == Pair.byteCount {
            older = nil
            newest = try Pair(generation: RecordHeader.firstGeneration, bytes, in: memory)
            return
        }
        let one = 1 + Self.entryByteCount
        guard bytes.count == one || bytes.count == one + Self.entryByteCount, bytes[0] == Self.version
        else { throw .malformed }
        let first = try Self.entry(bytes, at: 1, in: memory)
        if bytes.count == one {
            older = nil
            newest = first
            return
        }
        let second = try Self.entry(bytes, at: one, in: memory)
        guard first.generation < second.generation else { throw .malformed }
        older = .some(first)
        newest = second
    }

    private static func entry(
        _ bytes: Span<UInt8>, at start: Int, in memory: LockedMemory
    ) throws(SealingError) -> Pair {
        var generation: UInt32 = 0
        for index in 0..<4 { generation |= UInt32(bytes[start + index]) << UInt32(8 * index) }
        return try Pair(generation: generation, bytes.extracting(start + 4..<start + entryByteCount), in: memory)
    }

    private static func pair(
        generation: UInt32, random: any RandomSource, in memory: LockedMemory
    ) throws(SealingError) -> Pair {
        var bytes = random.bytes(Pair.byteCount)
        precondition(bytes.count == Pair.byteCount, "the random source gave too few bytes")
        defer { bytes.wipe() }
        return try Pair(generation: generation, bytes.span, in: memory)
    }

    /// Whether there are keys of two generations.
    var hasOlder: Bool {
        switch older {
        case .some: true
        case .none: false
        }
    }

    /// Adds keys of a newer generation; what was the newest becomes the older one.
    consuming func adding(
        generation: UInt32, random: any RandomSource, in memory: LockedMemory
    ) throws(SealingError) -> OwnerMaterial {
        precondition(generation > newest.generation, "generations rise")
        let next = try Self.pair(generation: generation, random: random, in: memory)
        return OwnerMaterial(older: .some(newest), newest: next)
    }

    /// Forgets the older ones.
    consuming func contracted() -> OwnerMaterial {
        OwnerMaterial(older: nil, newest: newest)
    }

    private init(older: consuming Pair?, newest: consuming Pair) {
        self.older = older
        self.newest = newest
    }

    /// Hands out the keys, the oldest first.
    consuming func forEachPair(_ body: (UInt32, consuming SecretKey, consuming SecretKey) -> Void) {
        switch consume older {
        case .some(let older): older.take(body)
        case .none: break
        }
        newest.take(body)
    }

    /// Lends the encoded form, which is zeroed afterwards.
    borrowing func withEncoded<R>(_ body: ([UInt8]) -> R) -> R {
        var bytes: [UInt8] = []
        // So that growing leaves no copy behind.
        bytes.reserveCapacity(1 + 2 * Self.entryByteCount)
        defer { bytes.wipe() }
        if !hasOlder, newest.generation == RecordHeader.firstGeneration {
            newest.append(to: &bytes)
        } else {
            bytes.append(Self.version)
            switch older {
            case .some(let older):
                Self.append(older.generation, to: &bytes)
                older.append(to: &bytes)
            case .none: break
            }
            Self.append(newest.generation, to: &bytes)
            newest.append(to: &bytes)
        }
        return body(bytes)
    }

    private static func append(_ generation: UInt32, to bytes: inout [UInt8]) {
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: generation >> shift)) }
    }
}
