import Domain

/// A small world written by hand: people, shops, goods and purchases, in English and Chinese.
struct DemoSample {
    struct Person {
        var handle: String
        var name: String
        var zone: String
        var isMinor = false
        /// Who they are and what they agreed to, in a sentence for whoever tries the demo.
        var about: String
        /// What they switch on; nothing shares nothing.
        var consent: Agreement?
        var closeFriends: [String] = []
        var blocks: [String] = []
        var mutes: [String] = []
    }

    /// What somebody agreed to.
    struct Agreement {
        /// Purchases of how many days back are shared.
        var daysBack: Int
        /// Sensitive classes opted in, by their ids in the policy.
        var classes: [String] = []
        /// Levels that differ from the defaults: audience, tier, level, by the names of the policy.
        var levels: [(audience: String, tier: String, level: String)] = []
        var isPrivate = false
    }

    struct Good {
        var id: String
        var en: String
        var zh: String?
        /// A category of the compact tree.
        var category: String
        var brand: String
        /// In minor units.
        var listPrice: Int64
        var exclusivePrice: Int64?
        var currency = "CNY"
        var isListed = true
    }

    struct Purchase {
        var buyer: String
        var good: String
        /// How many days before the demo starts, and at what time of the buyer's day.
        var daysAgo: Int
        var time: String
        var quantity = 1
        /// In minor units.
        var total: Int64
        var currency = "CNY"
        /// Through whose shop.
        var shop: String?
        var isReturned = false
        /// `hidden`, or an audience, when the buyer said so.
        var visibility: String?
    }

    struct Shop {
        var owner: String
        var name: String
        var sign: String?
        var line: String?
        /// Goods by slot, from the first.
        var picks: [String]
        var isOpen = true
    }
}
