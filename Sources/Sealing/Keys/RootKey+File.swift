import CSodium

extension RootKey {
    /// Two digits a byte.
    private static let hexadecimalByteCount = 2 * SecretKey.byteCount

    /// Reads the key from a file that holds 32 bytes, or 64 hexadecimal digits and perhaps a line feed.
    ///
    /// Errors: the file is absent, no regular file (a link is none), of a mode that lets others in, or holds something
    /// else; each is an error of its own.
    public init(contentsOfFile path: String) throws(SealingError) {
        try self.init(contentsOf: try KeyFile(reading: path))
    }

    /// The same from a file that systemd has laid out as a credential.
    public init(contentsOfCredential path: String) throws(SealingError) {
        try self.init(contentsOf: try KeyFile(reading: path, isCredential: true))
    }

    private init(contentsOf file: borrowing KeyFile) throws(SealingError) {
        let memory = try LockedMemory()
        // One byte more than the longest form, so that a longer file is seen.
        let capacity = Self.hexadecimalByteCount + 2
        let outcome: Result<SecretKey, SealingError> = unsafe withUnsafeTemporaryAllocation(
            byteCount: capacity, alignment: 8
        ) { buffer in
            defer { unsafe sodium_memzero(buffer.baseAddress, capacity) }
            do throws(SealingError) {
                let count = unsafe try file.fill(buffer)
                return .success(
                    unsafe try Self.parse(UnsafeRawBufferPointer(rebasing: buffer[..<count]), in: memory))
            } catch { return .failure(error) }
        }
        self.init(try outcome.get())
    }

    private static func parse(
        _ content: UnsafeRawBufferPointer, in memory: LockedMemory
    ) throws(SealingError) -> SecretKey {
        if content.count == SecretKey.byteCount { return unsafe SecretKey(in: memory, copying: content) }
        let digits = hexadecimalByteCount
        guard unsafe content.count == digits || (content.count == digits + 1 && content[digits] == 0x0A)
        else { throw .rootKeyMalformed }
        return unsafe try SecretKey(in: memory) { slot throws(SealingError) in
            var length = 0
            let status = unsafe sodium_hex2bin(
                slot.octets, slot.count,
                content.baseAddress?.assumingMemoryBound(to: CChar.self), digits, nil, &length, nil)
            guard status == 0, length == slot.count else { throw .rootKeyMalformed }
        }
    }

    /// Writes the key, as 32 bytes, to a file of mode 0600 that was not there, and returns when file and entry are on
    /// the disk.
    ///
    /// Errors: ``SealingError/rootKeyExists`` where anything stands at the path, which stays as it is.
    public func write(toNewFile path: String) throws(SealingError) {
        let file = try KeyFile(creating: path)
        do throws(SealingError) {
            unsafe try key.withBytes { bytes throws(SealingError) in unsafe try file.append(bytes) }
            try file.synchronize()
            try KeyFile(directory: Self.directory(of: path)).synchronize()
        } catch {
            KeyFile.remove(path)
            throw error
        }
    }

    private static func directory(of path: String) -> String {
        guard let slash = path.lastIndex(of: "/") else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }
}
