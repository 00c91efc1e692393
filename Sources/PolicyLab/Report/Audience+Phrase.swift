import Domain

extension Audience {
    /// For readers of the report.
    var phrase: Bilingual {
        switch self {
        case .owner: Bilingual("the owner", "本人")
        case .closeFriends: Bilingual("close friends", "密友")
        case .friends: Bilingual("friends", "好友")
        case .friendsOfFriends: Bilingual("friends of friends", "好友的好友")
        case .everyone: Bilingual("everyone", "所有人")
        }
    }
}

extension Tier {
    /// What the tier is called, and what it means.
    var phrase: (name: Bilingual, says: Bilingual) {
        switch self {
        case .ordinary:
            (
                Bilingual("Ordinary goods", "普通商品"),
                Bilingual(
                    "Shown once sharing is switched on, as finely as the audience may see.", "开启分享后按受众允许的精度显示。")
            )
        case .ownerDecides:
            (
                Bilingual("The owner decides", "由本人决定"),
                Bilingual("Shown only when the owner opts the class in.", "仅当本人单独开启该类别时显示。")
            )
        case .coarsen:
            (
                Bilingual("Coarsened", "粗化显示"),
                Bilingual(
                    "Shown only when opted in, and then in no form that ordinary goods do not have as well.",
                    "仅当本人单独开启时显示，且其形式必须与普通商品毫无区别。")
            )
        case .withhold:
            (
                Bilingual("Withheld", "不予显示"),
                Bilingual("Shown to nobody but the owner; cannot be opted in.", "除本人外任何人都看不到，且无法开启。")
            )
        }
    }
}
