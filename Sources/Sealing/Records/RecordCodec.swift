import CSodium

/// The sealed record: committing authenticated encryption of a padded plaintext.
///
/// XChaCha20-Poly1305 alone does not commit to its key: a ciphertext can be made that opens under two. So a keyed hash,
/// under a key of its own, over header, nonce, associated data and ciphertext with tag, each part preceded by its
/// length, is checked first and whole.
enum RecordCodec {
    /// Preconditions: `padded` exceeds the plaintext; the nonce has 24 bytes and is never used twice with these keys
    /// for another plaintext or form.
    static func seal(
        _ plaintext: [UInt8], paddedTo padded: Int, as form: some AssociatedForm, nonce: [UInt8], keys: RecordSubkeys
    ) -> [UInt8] {
        precondition(plaintext.count < padded && nonce.count == RecordHeader.nonceByteCount)
        let total = RecordHeader.overhead + padded
        return unsafe [UInt8](unsafeUninitializedCapacity: total) { buffer, initialized in
            let record = unsafe UnsafeMutableRawBufferPointer(rebasing: UnsafeMutableRawBufferPointer(buffer)[..<total])
            unsafe RecordHeader.write(to: record, generation: form.generation)
            unsafe slice(of: record, RecordHeader.byteCount..<RecordHeader.commitmentOffset).copyBytes(from: nonce)
            let text = unsafe slice(of: record, RecordHeader.ciphertextOffset..<total)
            unsafe text.copyBytes(from: plaintext)
            unsafe Padding.pad(text, after: plaintext.count)
            unsafe withCommitted(record: UnsafeRawBufferPointer(record), form: form) { prefix, associated in
                unsafe AuthenticatedCipher.xChaCha20Poly1305.seal(
                    inPlace: text, associated: associated, nonce: Self.nonce(of: UnsafeRawBufferPointer(record)),
                    key: keys.encryption)
                unsafe KeyedHash.compute(
                    into: slice(of: record, RecordHeader.commitmentOffset..<RecordHeader.ciphertextOffset),
                    key: keys.commitment, of: prefix, then: UnsafeRawBufferPointer(text))
            }
            initialized = total
        }
    }

    /// Errors: what of the header is not understood, else ``SealingError/refused``.
    static func open(
        _ box: [UInt8], as form: some AssociatedForm, keys: RecordSubkeys
    ) throws(SealingError) -> Plaintext {
        unsafe try box.span.withUnsafeBytes { record throws(SealingError) in
            guard unsafe try RecordHeader.generation(of: record) == form.generation else { throw .unknownGeneration }
            let padded = record.count - RecordHeader.overhead
            return unsafe try Plaintext(capacity: padded) { output throws(SealingError) in
                let isOpened = unsafe withCommitted(record: record, form: form) { prefix, associated in
                    unsafe isCommitted(record, prefix: prefix, keys: keys)
                        && AuthenticatedCipher.xChaCha20Poly1305.open(
                            slice(of: record, RecordHeader.ciphertextOffset..<record.count), into: output,
                            associated: associated, nonce: nonce(of: record), key: keys.encryption)
                }
                guard isOpened, let count = unsafe Padding.unpaddedLength(of: UnsafeRawBufferPointer(output))
                else { throw .refused }
                return count
            }
        }
    }

    /// Compares all 32 bytes of the commitment, in constant time.
    private static func isCommitted(
        _ record: UnsafeRawBufferPointer, prefix: UnsafeRawBufferPointer, keys: RecordSubkeys
    ) -> Bool {
        unsafe withUnsafeTemporaryAllocation(byteCount: RecordHeader.commitmentByteCount, alignment: 8) { expected in
            let ciphertext = unsafe slice(of: record, RecordHeader.ciphertextOffset..<record.count)
            unsafe KeyedHash.compute(into: expected, key: keys.commitment, of: prefix, then: ciphertext)
            let found = unsafe slice(of: record, RecordHeader.commitmentOffset..<RecordHeader.ciphertextOffset)
            return unsafe sodium_memcmp(expected.baseAddress, found.baseAddress, expected.count) == 0
        }
    }

    /// Lends what the commitment covers before the ciphertext, and the associated data out of it.
    private static func withCommitted<R>(
        record: UnsafeRawBufferPointer, form: some AssociatedForm,
        _ body: (_ prefix: UnsafeRawBufferPointer, _ associated: UnsafeRawBufferPointer) -> R
    ) -> R {
        let lengths = 4 * CanonicalWriter.prefixByteCount
        let size = lengths + RecordHeader.commitmentOffset + form.largestByteCount
        return unsafe withUnsafeTemporaryAllocation(byteCount: size, alignment: 8) { buffer in
            var writer = unsafe CanonicalWriter(buffer)
            unsafe writer.append(slice(of: record, 0..<RecordHeader.byteCount))
            unsafe writer.append(nonce(of: record))
            // The form's length goes before it, and is known only after.
            let start = writer.count + CanonicalWriter.prefixByteCount
            writer.appendNested { writer in form.encode(to: &writer) }
            let end = writer.count
            writer.appendLength(record.count - RecordHeader.ciphertextOffset)
            let prefix = unsafe writer.written()
            return unsafe body(prefix, slice(of: prefix, start..<end))
        }
    }

    private static func nonce(of record: UnsafeRawBufferPointer) -> UnsafeRawBufferPointer {
        unsafe slice(of: record, RecordHeader.byteCount..<RecordHeader.commitmentOffset)
    }

    private static func slice(of bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> UnsafeRawBufferPointer {
        unsafe UnsafeRawBufferPointer(rebasing: bytes[range])
    }

    private static func slice(
        of bytes: UnsafeMutableRawBufferPointer, _ range: Range<Int>
    ) -> UnsafeMutableRawBufferPointer {
        unsafe UnsafeMutableRawBufferPointer(rebasing: bytes[range])
    }
}
