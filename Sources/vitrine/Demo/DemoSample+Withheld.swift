extension DemoSample {
    /// Goods of tier A: shown to nobody but their owner, whatever anybody agreed to.
    static let withheld: [Good] = [
        // By their shelf
        Good(
            id: "care-condoms", en: "Condoms, Ultra Thin, 12", zh: "超薄避孕套 12只",
            category: "hb-1-5", brand: "Veil", listPrice: 6900),
        Good(
            id: "care-test", en: "Early Pregnancy Test, 2", zh: "早孕测试笔 2支",
            category: "hb-1-15-5", brand: "Firstlight", listPrice: 3900),
        Good(
            id: "care-tampons", en: "Organic Tampons, 32", zh: "有机棉条 32支",
            category: "hb-3-8-6", brand: "Lunette Day", listPrice: 5900),
        Good(
            id: "care-pressure-monitor", en: "Upper Arm Blood Pressure Monitor", zh: "上臂式电子血压计",
            category: "hb-1-4-3", brand: "Cardiva", listPrice: 26900),
        Good(
            id: "care-regrowth", en: "Scalp Foam, Three Months", zh: "头皮护理泡沫 三个月量",
            category: "hb-3-10-6", brand: "Crownwell", listPrice: 28800),
        Good(
            id: "care-light-lamp", en: "Daylight Therapy Lamp, 10,000 lux", zh: "日光疗法灯 10000勒克斯",
            category: "hb-1-12", brand: "Aubade", listPrice: 39900),
        Good(
            id: "care-hearing-aid", en: "Rechargeable Hearing Aid, Pair", zh: "充电式助听器 一对",
            category: "hb-1-10", brand: "Clarivox", listPrice: 298000),
        Good(
            id: "care-scale", en: "Bathroom Scale with App", zh: "智能体重秤",
            category: "hb-1-4-5", brand: "Leafline", listPrice: 12900),
        Good(
            id: "faith-beads", en: "Bodhi Seed Prayer Beads, 108", zh: "菩提子念珠 108颗",
            category: "rc-2-1", brand: "Stillwater", listPrice: 15800),
        Good(
            id: "faith-urn", en: "Porcelain Memorial Urn", zh: "青花瓷纪念坛",
            category: "rc-1-1", brand: "Stillwater", listPrice: 68000),
        Good(
            id: "smoke-cigars", en: "Cigars, Box of 5", zh: "雪茄 五支装",
            category: "fb-3-4", brand: "Vuelta", listPrice: 35000),
        Good(
            id: "baby-pump", en: "Electric Breast Pump", zh: "电动吸奶器",
            category: "bt-10-9", brand: "Mellow Moon", listPrice: 49900),
        Good(
            id: "baby-nappies", en: "Overnight Nappies, Size 3", zh: "夜用纸尿裤 3码",
            category: "bt-9-12", brand: "Mellow Moon", listPrice: 13900),
        Good(
            id: "gift-blanket", en: "Muslin Receiving Blankets, 2", zh: "纱布包巾 两条装",
            category: "bt-12-1", brand: "Mellow Moon", listPrice: 9900),
        Good(
            id: "gift-blocks", en: "Wooden Stacking Rings", zh: "木制彩虹套圈",
            category: "bt-5-12", brand: "Mellow Moon", listPrice: 7800),
        Good(
            id: "gift-play-gym", en: "Wooden Play Gym", zh: "木制健身架",
            category: "bt-5-9", brand: "Mellow Moon", listPrice: 21900),
        // By their title, though they stand on a harmless shelf
        Good(
            id: "tea-slimming", en: "Lotus Leaf Slimming Tea, 30 Bags", zh: "荷叶减肥茶 30包",
            category: "fb-1-14", brand: "Leafline", listPrice: 6500),
        Good(
            id: "book-bible", en: "Holy Bible, Large Print", zh: "圣经 大字版",
            category: "me-1-3", brand: "Larkfield", listPrice: 4900),
        Good(
            id: "book-divorce", en: "Divorce Without Lawyers", zh: "离婚自助手册",
            category: "me-1-3", brand: "Larkfield", listPrice: 4600),
        Good(
            id: "bag-pill-case", en: "Birth Control Pill Case, Rose Gold", zh: "短效避孕药随身盒 玫瑰金",
            category: "lb-9-8", brand: "Pocketry", listPrice: 3900),
        Good(
            id: "game-tarot", en: "Tarot Deck with Guide", zh: "塔罗牌附手册",
            category: "tg-2-7", brand: "Foxglove Games", listPrice: 8900),
        Good(
            id: "pen-quit-journal", en: "Quit Smoking Journal, 90 Days", zh: "戒烟打卡日记 90天",
            category: "os-3-5", brand: "Papierhaus", listPrice: 4200),
        Good(
            id: "scarf-hijab", en: "Chiffon Hijab, Dusty Pink", zh: "雪纺头巾 豆沙粉",
            category: "aa-2-26", brand: "Noor & Co.", listPrice: 7900),
        Good(
            id: "gadget-bug-finder", en: "Hidden Camera Detector", zh: "针孔摄像头探测器",
            category: "el-7-16", brand: "Sentrel", listPrice: 18800),
        // On a shelf that the taxonomy does not have
        Good(
            id: "misc-mystery", en: "Mystery Box, Autumn", zh: "秋季盲盒",
            category: "zz-9-9", brand: "Hutong Corner", listPrice: 9900),
    ]
}
