/// What happened.
public enum ActivityKind: UInt8, CaseIterable, Sendable {
    case purchase, pick, shop, offer, milestone
}
