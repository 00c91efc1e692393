extension DemoSample {
    /// Goods of tier B, at most hinted at, and of tier C, which their owner decides about.
    static let delicate: [Good] = [
        // Tier B
        Good(
            id: "wine-red", en: "Helan Mountain Red, 750 ml", zh: "贺兰山干红 750毫升",
            category: "fb-1-1", brand: "Desert Vine", listPrice: 16800),
        Good(
            id: "choc-whisky", en: "Single Malt Truffles, 6", zh: "威士忌夹心松露 6粒",
            category: "fb-2-3-2", brand: "Puffin Street", listPrice: 4900),
        Good(
            id: "care-vitamins", en: "Daily Multivitamin, 60 Tablets", zh: "复合维生素片 60片",
            category: "hb-1-9-6", brand: "Leafline", listPrice: 9800),
        Good(
            id: "care-plasters", en: "Assorted Plasters, 100", zh: "组合装创可贴 100片",
            category: "hb-1-8", brand: "Cardiva", listPrice: 3600),
        Good(
            id: "care-acne", en: "Spot Gel with Salicylic Acid", zh: "水杨酸祛痘凝胶",
            category: "hb-3-2-9-1", brand: "Dewpoint", listPrice: 7800),
        Good(
            id: "care-massager", en: "Neck and Shoulder Massager", zh: "肩颈按摩仪",
            category: "hb-3-11-8", brand: "Aubade", listPrice: 29900),
        Good(
            id: "wear-briefs", en: "Boxer Briefs, Pack of 3", zh: "男士平角裤 三条装",
            category: "aa-1-8-3-2", brand: "Plainsong", listPrice: 12900),
        Good(
            id: "wear-hanfu", en: "Ming Style Hanfu Skirt", zh: "明制马面裙汉服",
            category: "aa-1-23", brand: "Suzhou House", listPrice: 45900),
        Good(
            id: "ticket-concert", en: "River Stage, Two Seats", zh: "江边舞台双人票",
            category: "ae-1", brand: "River Stage", listPrice: 58000),
        Good(
            id: "home-safe", en: "Fireproof Safe, 20 l", zh: "家用防火柜 20升",
            category: "hg-2-8-1", brand: "Ironbark", listPrice: 89900),
        // Tier C
        Good(
            id: "fit-protein", en: "Whey Protein, Cocoa, 1 kg", zh: "乳清蛋白粉 可可味 1千克",
            category: "hb-1-9-6-8", brand: "Northbound", listPrice: 26900),
        Good(
            id: "fit-creatine", en: "Creatine Powder, 300 g", zh: "肌酸粉 300克",
            category: "hb-1-9-6-3", brand: "Northbound", listPrice: 13900),
        Good(
            id: "fit-bars", en: "Oat Protein Bars, 12", zh: "燕麦蛋白棒 12根",
            category: "hb-1-9-1", brand: "Northbound", listPrice: 11800),
        Good(
            id: "fit-gels", en: "Energy Gels, Citrus, 10", zh: "柑橘能量胶 10支",
            category: "hb-1-9-3", brand: "Fleetmark", listPrice: 10900),
        Good(
            id: "fit-band", en: "Activity Band with Sleep Tracking", zh: "睡眠监测运动手环",
            category: "hb-1-4-1", brand: "Halcyon", listPrice: 24900, exclusivePrice: 21900),
        Good(
            id: "eye-glasses", en: "Acetate Eyeglass Frame, Tortoise", zh: "玳瑁板材眼镜架",
            category: "hb-3-19-4", brand: "Strada", listPrice: 38900),
        Good(
            id: "wed-ring-pillow", en: "Ring Pillow, Ivory Silk", zh: "象牙白真丝戒枕",
            category: "rc-3-3", brand: "Suzhou House", listPrice: 12800),
        Good(
            id: "gift-card", en: "Gift Card, 200", zh: "礼品卡 200元",
            category: "gc", brand: "Hutong Corner", listPrice: 20000),
    ]
}
