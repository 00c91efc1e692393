import Domain

/// Figures that an overlay makes stricter; nothing where it leaves them as they are.
struct StricterValues: Sendable {
    var k: Int?
    var preimageGoods: Int?
    var ordinaryShare: Int?
    var ordinaryCount: Int?
    var classShare: Int?
    var settleHours: [TimeBucket.Size: Int] = [:]
    var pickable: Set<Tier>?
}
