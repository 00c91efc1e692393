public import Domain

/// A pending change of an owner's consent; what is not named stays.
public struct ConsentChange: Hashable, Sendable {
    public enum SharingChange: Hashable, Sendable {
        case off
        /// From the given instant on, or from now.
        case on(since: Instant?)
    }

    public enum PrivateMode: Hashable, Sendable {
        case off
        case until(Instant?)
    }

    public var sharing: SharingChange?
    public var classes: [ClassCode: Bool]
    public var levels: [Consent.Setting: Level]
    public var privateMode: PrivateMode?

    public init(
        sharing: SharingChange? = nil, classes: [ClassCode: Bool] = [:], levels: [Consent.Setting: Level] = [:],
        privateMode: PrivateMode? = nil
    ) {
        self.sharing = sharing
        self.classes = classes
        self.levels = levels
        self.privateMode = privateMode
    }

    public var isEmpty: Bool { sharing == nil && classes.isEmpty && levels.isEmpty && privateMode == nil }
}

/// Why a change of consent is refused.
public enum ConsentChangeError: Error, Equatable, Sendable {
    case unknownClass(ClassCode)
    /// Classes of tier A cannot be opted in, and ordinary goods need not be.
    case cannotOptIn(ClassCode)
    /// A closer audience would see less than a farther one.
    case closerBelowFarther(closer: Audience, farther: Audience, tier: Tier)
    case sinceInTheFuture
    case endInThePast
    /// A minor shares nothing.
    case minor
}

extension Consent {
    /// The consent after the change, or why it is refused.
    ///
    /// Switching sharing on fills settings never chosen with the policy's defaults, so that a later change of those defaults
    /// shows no more of anybody.
    public func applying(
        _ change: ConsentChange, policy: Policy, stamp: ConsentStamp, minor: Bool
    ) throws(ConsentChangeError) -> Consent {
        var changed = self
        switch change.sharing {
        case .off: changed.sharing = nil
        case .on(let since):
            guard !minor else { throw .minor }
            if let since, since > stamp.at { throw .sinceInTheFuture }
            changed.sharing = Sharing(since: since ?? sharing?.since ?? stamp.at, stamp: stamp)
            for setting in Setting.all where changed.choices[setting] == nil && change.levels[setting] == nil {
                changed.choose(
                    policy.defaultLevel(setting.tier, setting.audience), for: setting, policy: policy, stamp: stamp)
            }
        case nil: break
        }
        for (code, optIn) in change.classes {
            guard let known = policy.sensitivityClass(code) else { throw .unknownClass(code) }
            guard known.tier == .coarsen || known.tier == .ownerDecides else { throw .cannotOptIn(code) }
            changed.classes[code] = optIn ? stamp : nil
        }
        for (setting, level) in change.levels {
            changed.choose(level, for: setting, policy: policy, stamp: stamp)
        }
        switch change.privateMode {
        case .off: changed.endPrivateMode(at: stamp.at)
        case .until(let end):
            if let end, end <= stamp.at { throw .endInThePast }
            changed.startPrivateMode(from: stamp.at, until: end ?? Self.distantFuture)
        case nil: break
        }
        try changed.checkAudiencesRise()
        return changed
    }

    private mutating func choose(_ level: Level, for setting: Setting, policy: Policy, stamp: ConsentStamp) {
        choices[setting] = Choice(level: level, disclosure: policy.levels.disclosure(level), stamp: stamp)
    }

    /// No closer audience may be given less than a farther one.
    private func checkAudiencesRise() throws(ConsentChangeError) {
        for tier in [Tier.ordinary, .ownerDecides, .coarsen] {
            for (closer, farther) in zip(Audience.others, Audience.others.dropFirst()) {
                let near = choices[Setting(audience: closer, tier: tier)]?.disclosure ?? .nothing
                let far = choices[Setting(audience: farther, tier: tier)]?.disclosure ?? .nothing
                guard far.isAtMost(near) else {
                    throw .closerBelowFarther(closer: closer, farther: farther, tier: tier)
                }
            }
        }
    }
}
