/// Opaque, authenticated envelopes for cursors, marks and consistency tokens, which other people carry.
///
/// They are deterministic: the nonce is a keyed hash of everything that is sealed, so the same content gives the same
/// bytes, and other content another nonce. Whoever holds two envelopes can tell whether they are equal, and nothing
/// else.
extension KeyHierarchy {
    /// An envelope whose length depends on `paddedTo` alone.
    ///
    /// Precondition: the plaintext is shorter than `paddedTo`.
    public func sealOpaque(_ plaintext: [UInt8], purpose: String, associated: [UInt8], paddedTo: Int) -> [UInt8] {
        let form = EnvelopeAssociated(purpose: purpose, associated: associated)
        return RecordCodec.seal(
            plaintext, paddedTo: paddedTo, as: form, nonce: nonce(for: plaintext, form: form, paddedTo: paddedTo),
            keys: envelopeKeys)
    }

    /// What an envelope of this purpose and with this associated content holds.
    ///
    /// Errors: ``SealingError/refused`` for another purpose, other associated content or altered bytes; the errors of a
    /// record's header.
    public func openOpaque(_ bytes: [UInt8], purpose: String, associated: [UInt8]) throws(SealingError) -> [UInt8] {
        let form = EnvelopeAssociated(purpose: purpose, associated: associated)
        return try RecordCodec.open(bytes, as: form, keys: envelopeKeys).withBytes { plaintext in
            unsafe plaintext.withUnsafeBytes { bytes in unsafe [UInt8](bytes) }
        }
    }

    private func nonce(for plaintext: [UInt8], form: EnvelopeAssociated, paddedTo: Int) -> [UInt8] {
        let prefix = CanonicalWriter.prefixByteCount
        return unsafe [UInt8](unsafeUninitializedCapacity: RecordHeader.nonceByteCount) { output, initialized in
            unsafe withUnsafeTemporaryAllocation(
                byteCount: form.largestByteCount + 4 * prefix, alignment: 8
            ) { buffer in
                var writer = unsafe CanonicalWriter(buffer)
                writer.appendNested { writer in form.encode(to: &writer) }
                writer.append(UInt64(paddedTo))
                writer.appendLength(plaintext.count)
                unsafe plaintext.withUnsafeBytes { plaintext in
                    unsafe KeyedHash.compute(
                        into: UnsafeMutableRawBufferPointer(
                            start: output.baseAddress, count: RecordHeader.nonceByteCount),
                        key: envelopeNonceKey, of: writer.written(), then: plaintext)
                }
            }
            initialized = RecordHeader.nonceByteCount
        }
    }
}
