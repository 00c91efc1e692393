import Domain

extension ExposedItem.Actor {
    init(_ head: Head) {
        self.init(handle: head.handle.text, name: head.name)
    }
}

extension Rulebook {
    /// The exposed form of something done in the open; nothing when its good is gone.
    func exposed(_ activity: OwnerActivity, actor: ExposedItem.Actor, id: String, bought: Bool = false) -> ExposedItem?
    {
        var product: ExposedProduct?
        if activity.product != 0 {
            guard let good = good(activity.product) else { return nil }
            product = .offered(good.product)
        }
        let front = ExposedShopFront(
            handle: actor.handle, name: activity.shopName, sign: activity.shopSign, avatar: activity.shopAvatar)
        return ExposedItem(
            id: id, kind: activity.kind, actor: actor, product: product,
            time: ExposedTime(TimeBucket(size: .minute, index: activity.at.minutes)),
            shop: activity.kind == .shop || activity.kind == .milestone ? front : nil,
            event: activity.event?.rawValue, bought: bought ? true : nil, milestone: exposed(activity.milestone))
    }
}
