import Domain

/// A constant of a policy, under the name of its key and of the mapping that the key stands in.
public enum PolicyFigure: String, Sendable, CaseIterable {
    case k
    case raiseHold
    case epoch
    case preimageGoods = "preimage.goods"
    case ordinaryShare = "telling.ordinaryShare"
    case ordinaryCount = "telling.ordinaryCount"
    case classShare = "telling.classShare"
    case departmentDepth = "labels.department"
    case categoryDepth = "labels.category"
    case settleMinute = "settle.minute"
    case settleDay = "settle.day"
    case settleWeek = "settle.week"
    case settleMonth = "settle.month"
    case settleQuarter = "settle.quarter"
    case slots = "shop.slots"
    case lockHours = "shop.lockHours"
    case pickable = "shop.pickable"
    case nameLength = "shop.nameLength"
    case lineLength = "shop.lineLength"

    /// As the policy's files write it; tiers from open to closed.
    public func value(in policy: Policy) -> String {
        switch self {
        case .k: String(policy.k)
        case .raiseHold: String(policy.release.raiseHold)
        case .epoch: "\(policy.release.epoch)"
        case .preimageGoods: String(policy.preimageGoods)
        case .ordinaryShare: String(policy.telling.ordinaryShare)
        case .ordinaryCount: String(policy.telling.ordinaryCount)
        case .classShare: String(policy.telling.classShare)
        case .departmentDepth: String(policy.labels.department)
        case .categoryDepth: String(policy.labels.category)
        case .settleMinute: hours(.minute, policy)
        case .settleDay: hours(.day, policy)
        case .settleWeek: hours(.week, policy)
        case .settleMonth: hours(.month, policy)
        case .settleQuarter: hours(.quarter, policy)
        case .slots: String(policy.shop.slots)
        case .lockHours: String(policy.shop.lockHours)
        case .pickable: Self.list(policy.shop.pickable)
        case .nameLength: String(policy.shop.nameLength)
        case .lineLength: String(policy.shop.lineLength)
        }
    }

    static func list(_ tiers: Set<Tier>) -> String {
        tiers.sorted().map(\.name).joined(separator: ", ")
    }

    private func hours(_ size: TimeBucket.Size, _ policy: Policy) -> String {
        String(policy.release.settleHours[size] ?? 0)
    }
}
