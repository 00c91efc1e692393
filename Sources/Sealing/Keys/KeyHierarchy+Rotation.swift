public import Domain

/// Rotation of the root key.
///
/// From ``prepareRotation(to:)`` on both roots open wraps; everything is wrapped anew in one write; then
/// ``completeRotation()`` forgets the old one, or ``abandonRotation()`` the new one.
extension KeyHierarchy {
    /// Takes note of the root that follows; says no where another follows already.
    public func prepareRotation(to root: borrowing RootKey) -> Bool {
        let next = RootSubkeys(root)
        var isFirst = false
        change { roots in
            isFirst = roots.next == nil
            if isFirst { roots.next = next }
        }
        return isFirst
    }

    /// The seed, wrapped by the root that follows.
    ///
    /// Precondition: a rotation is prepared.
    public func rewrappedSeed() -> SealedBox {
        var bytes = unsafe seed.withBytes { bytes in unsafe [UInt8](bytes) }
        defer { bytes.wipe() }
        return Self.wrapped(seed: bytes, under: following.seed, random: random)
    }

    /// The wrap of a person's keys, wrapped by the root that follows.
    public func rewrapped(_ wrap: SealedBox, of person: PersonID) throws(SealingError) -> SealedBox {
        wrapped(try material(of: person, from: wrap), for: person, under: following.owners)
    }

    /// The wrap of the service's keys, wrapped by the root that follows.
    public func rewrappedService(_ wrap: SealedBox) throws(SealingError) -> SealedBox {
        try rewrappedService(wrap, under: following.service)
    }

    /// Whether a wrapped seed is under the root that follows, and not under the one in use.
    public func isUnderNextRoot(_ seed: SealedBox) -> Bool {
        guard let next = rootKeys.next else { return false }
        return (try? RecordCodec.open(seed.bytes, as: Self.seedForm, keys: next.seed)) != nil
    }

    /// Whether a root key opens a wrapped seed.
    public static func opens(_ seed: SealedBox, root: borrowing RootKey) -> Bool {
        (try? RecordCodec.open(seed.bytes, as: seedForm, keys: root.wrapKeys(for: .seed))) != nil
    }

    /// The new wraps are kept: the root that follows is the one in use.
    public func completeRotation() {
        change { roots in
            if let next = roots.next { roots = RootKeys(current: next, next: nil) }
        }
    }

    /// Nothing was written: the root in use stays.
    public func abandonRotation() {
        change { $0.next = nil }
    }

    private var following: RootSubkeys {
        guard let next = rootKeys.next else { preconditionFailure("a rotation is prepared first") }
        return next
    }
}
