extension DemoSample {
    /// Sound, camping, games and books.
    static let leisure: [Good] = [
        // Audio
        Good(
            id: "audio-earbuds", en: "Wireless Earbuds with Charging Case", zh: "真无线蓝牙耳机",
            category: "el-2-2", brand: "Halcyon", listPrice: 39900, exclusivePrice: 35900),
        Good(
            id: "audio-headphones", en: "Over-Ear Headphones, Noise Cancelling", zh: "头戴式降噪耳机",
            category: "el-2-2", brand: "Halcyon", listPrice: 58900),
        Good(
            id: "audio-speaker", en: "Bookshelf Speaker, Bluetooth", zh: "蓝牙书架音箱",
            category: "el-2-2", brand: "Tonewerk", listPrice: 54900),
        Good(
            id: "audio-microphone", en: "USB Microphone for Calls and Podcasts", zh: "USB会议播客麦克风",
            category: "el-2-2", brand: "Tonewerk", listPrice: 32900),
        Good(
            id: "audio-portable", en: "Pocket Speaker, Waterproof", zh: "防水便携小音箱",
            category: "el-2-2", brand: "Halcyon", listPrice: 31900, exclusivePrice: 27900),
        Good(
            id: "audio-turntable-cartridge", en: "Turntable Cartridge, Elliptical", zh: "黑胶唱头 椭圆针",
            category: "el-2-2", brand: "Tonewerk", listPrice: 45900),
        // Camping
        Good(
            id: "camp-stove", en: "Folding Gas Stove", zh: "便携折叠气炉",
            category: "sg-4-2", brand: "Ridgeway", listPrice: 15900),
        Good(
            id: "camp-mat", en: "Self-Inflating Mat", zh: "自充气防潮垫",
            category: "sg-4-2", brand: "Ridgeway", listPrice: 28900, exclusivePrice: 24900),
        Good(
            id: "camp-lantern", en: "Rechargeable Camp Lantern", zh: "充电露营灯",
            category: "sg-4-2", brand: "Ridgeway", listPrice: 13900),
        Good(
            id: "camp-cookset", en: "Titanium Pot and Cup", zh: "钛锅钛杯套装",
            category: "sg-4-2", brand: "Basecamp Nine", listPrice: 26900),
        Good(
            id: "camp-hammock", en: "Travel Hammock with Straps", zh: "带绑绳旅行吊床",
            category: "sg-4-2", brand: "Basecamp Nine", listPrice: 12800),
        Good(
            id: "camp-tent", en: "Two-Person Tent, 1.9 kg", zh: "双人轻量帐篷 1.9千克",
            category: "sg-4-2", brand: "Basecamp Nine", listPrice: 89900, exclusivePrice: 81900),
        Good(
            id: "camp-filter", en: "Squeeze Water Filter, Imported", zh: "便携挤压滤水器 进口",
            category: "sg-4-2", brand: "Basecamp Nine", listPrice: 3900, currency: "USD"),
        // Board games
        Good(
            id: "game-tea-road", en: "The Tea Road, a Trading Game", zh: "茶马古道 桌游",
            category: "tg-2-5", brand: "Meeple Mill", listPrice: 19800, exclusivePrice: 17800),
        Good(
            id: "game-lighthouse", en: "Lighthouse Keepers, Cooperative", zh: "守塔人 合作桌游",
            category: "tg-2-5", brand: "Meeple Mill", listPrice: 23900),
        Good(
            id: "game-go", en: "Go Set with Bamboo Board", zh: "竹制围棋套装",
            category: "tg-2-5", brand: "Hutong Corner", listPrice: 27900),
        Good(
            id: "game-words", en: "Letterfall, a Word Game", zh: "字母瀑布 拼词桌游",
            category: "tg-2-5", brand: "Foxglove Games", listPrice: 12900),
        Good(
            id: "game-rivers", en: "Rivers and Bridges", zh: "河与桥",
            category: "tg-2-5", brand: "Foxglove Games", listPrice: 18800),
        Good(
            id: "game-xiangqi", en: "Xiangqi Set, Rosewood", zh: "花梨木中国象棋",
            category: "tg-2-5", brand: "Hutong Corner", listPrice: 16800),
        // Books: a class of their own, shown only by those who opted in
        Good(
            id: "book-mountain", en: "The Mountain Post Office, a Novel", zh: "山中邮局 长篇小说",
            category: "me-1-3", brand: "Paper Boat Press", listPrice: 4500, exclusivePrice: 3900),
        Good(
            id: "book-noodles", en: "Forty Bowls of Noodles", zh: "四十碗面",
            category: "me-1-3", brand: "Paper Boat Press", listPrice: 4800),
        Good(
            id: "book-tides", en: "A Short History of Tides", zh: "潮汐简史",
            category: "me-1-3", brand: "Larkfield", listPrice: 4200),
        Good(
            id: "book-mosses", en: "Field Guide to City Mosses", zh: "城市苔藓图鉴",
            category: "me-1-3", brand: "Larkfield", listPrice: 4900),
        Good(
            id: "book-detective", en: "The Clockmaker of Ningbo", zh: "宁波钟表匠",
            category: "me-1-3", brand: "Paper Boat Press", listPrice: 3800),
        Good(
            id: "book-poems", en: "Poems for the Night Bus", zh: "夜班车诗选",
            category: "me-1-3", brand: "Larkfield", listPrice: 3200, exclusivePrice: 2800),
    ]
}
