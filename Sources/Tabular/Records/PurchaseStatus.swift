/// Whether a purchase stands or went back.
public enum PurchaseStatus: String, CaseIterable, Sendable {
    case bought, returned
}
