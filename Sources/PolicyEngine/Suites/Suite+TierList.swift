public import Domain

extension Suite {
    /// Every class of a policy with the tier that it must have.
    public struct TierList: Sendable, Equatable {
        /// Where the list stands.
        public let location: SourceLocation
        /// In the order of the tiers.
        public let entries: [Entry]

        public struct Entry: Sendable, Equatable {
            /// Where the class is named.
            public let location: SourceLocation
            public let classID: String
            public let classCode: ClassCode
            public let tier: Tier

            /// ``tier of `alcohol` ``.
            public var name: String { "tier of `\(classID)`" }
        }

        /// The ids of the classes of a policy that are not listed, which is as wrong as a wrong tier.
        public func unlisted(of policy: Policy) -> [String] {
            let listed = Set(entries.map(\.classCode))
            return policy.classes.filter { !listed.contains($0.code) }.map(\.id)
        }
    }
}
