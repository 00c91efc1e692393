public import Domain

extension Suite {
    /// What an owner agreed to, in the words of settings.
    ///
    /// Kept as words, because what they amount to depends on the policy that the suite runs under.
    public struct Agreement: Sendable, Equatable {
        /// From when on purchases are shared; nothing while sharing is off.
        public var sharing: Instant?
        /// Settings not named here are those that the policy gives at first.
        public var levels: [Consent.Setting: Level]
        public var optIn: OptIn
        public var privateSpans: [Consent.PrivateSpan]

        public enum OptIn: Sendable, Equatable {
            case classes(Set<ClassCode>)
            /// Every class that can be opted in.
            case everything
        }

        /// The consent that it amounts to under a policy, given under that very policy.
        ///
        /// A minor's, too: that it discloses nothing is for the rules to show.
        public func consent(under policy: Policy, at now: Instant) throws(ConsentChangeError) -> Consent {
            var classes: [ClassCode: Bool] = [:]
            switch optIn {
            case .classes(let codes): for code in codes { classes[code] = true }
            case .everything:
                for known in policy.classes where known.tier == .coarsen || known.tier == .ownerDecides {
                    classes[known.code] = true
                }
            }
            let change = ConsentChange(
                sharing: sharing.map { .on(since: $0) }, classes: classes, levels: levels)
            var consent = try Consent().applying(
                change, policy: policy, stamp: ConsentStamp(revision: 0, at: now), minor: false)
            consent.privateSpans = privateSpans
            return consent
        }
    }
}
