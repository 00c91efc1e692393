extension DemoSample {
    /// Clothes, shoes, and care for skin and hair.
    static let wear: [Good] = [
        // Tops
        Good(
            id: "top-oxford", en: "Oxford Shirt, Ecru", zh: "米白牛津纺衬衫",
            category: "aa-1-13-7", brand: "Harbour & Loom", listPrice: 23900),
        Good(
            id: "top-tee", en: "Heavyweight T-Shirt, Moss", zh: "苔绿重磅T恤",
            category: "aa-1-13-8", brand: "Plainsong", listPrice: 11900),
        Good(
            id: "top-cardigan", en: "Lambswool Cardigan", zh: "羊羔毛开衫",
            category: "aa-1-13-3", brand: "Harbour & Loom", listPrice: 28900, exclusivePrice: 25900),
        Good(
            id: "top-hoodie", en: "Loopback Hoodie, Slate", zh: "石板灰毛圈连帽卫衣",
            category: "aa-1-13-13", brand: "Plainsong", listPrice: 26900),
        Good(
            id: "top-blouse", en: "Silk Blend Blouse with Mandarin Collar", zh: "立领真丝混纺衬衫",
            category: "aa-1-13-1", brand: "Suzhou House", listPrice: 29900),
        Good(
            id: "top-sweater", en: "Merino Crew Neck", zh: "美利奴圆领毛衣",
            category: "aa-1-13-12", brand: "Harbour & Loom", listPrice: 45900, exclusivePrice: 40900),
        // Sneakers
        Good(
            id: "shoe-court", en: "Court Sneakers, White Leather", zh: "小白鞋 真皮板鞋",
            category: "aa-8-8", brand: "Strada", listPrice: 46900),
        Good(
            id: "shoe-canvas", en: "Canvas High Tops, Indigo", zh: "靛蓝高帮帆布鞋",
            category: "aa-8-8", brand: "Strada", listPrice: 32900, exclusivePrice: 28900),
        Good(
            id: "shoe-runner", en: "Daily Runner, Size 36 to 46", zh: "日常缓震跑鞋",
            category: "aa-8-8", brand: "Fleetmark", listPrice: 54900),
        Good(
            id: "shoe-trail", en: "Trail Sneakers, Shower-Proof", zh: "防泼水越野跑鞋",
            category: "aa-8-8", brand: "Fleetmark", listPrice: 57900, exclusivePrice: 51900),
        Good(
            id: "shoe-retro", en: "Retro Suede Trainers", zh: "复古麂皮德训鞋",
            category: "aa-8-8", brand: "Strada", listPrice: 49900),
        Good(
            id: "shoe-slip-on", en: "Knit Slip-Ons", zh: "飞织一脚蹬",
            category: "aa-8-8", brand: "Fleetmark", listPrice: 34900),
        // Cosmetics
        Good(
            id: "skin-cleanser", en: "Oat Cream Cleanser, 150 ml", zh: "燕麦洁面乳 150毫升",
            category: "hb-3-2-9-6", brand: "Dewpoint", listPrice: 7900),
        Good(
            id: "skin-hand-cream", en: "Shea Hand Cream, Set of 3", zh: "乳木果护手霜 三支装",
            category: "hb-3-2-9-22", brand: "Dewpoint", listPrice: 6600, exclusivePrice: 5800),
        Good(
            id: "skin-sunscreen", en: "Light Sunscreen SPF 50, 50 ml", zh: "清爽防晒霜 SPF50 50毫升",
            category: "hb-3-2-9-15", brand: "Dewpoint", listPrice: 9800),
        Good(
            id: "skin-toner", en: "Rice Water Toner, 200 ml", zh: "大米发酵爽肤水 200毫升",
            category: "hb-3-2-9-17", brand: "Bai Lu", listPrice: 8800),
        Good(
            id: "skin-masks", en: "Sheet Masks, Ten", zh: "补水面膜 十片",
            category: "hb-3-2-9-13", brand: "Bai Lu", listPrice: 6900),
        Good(
            id: "skin-lip-tint", en: "Lip Tint, Persimmon", zh: "柿子色唇釉",
            category: "hb-3-2-6", brand: "Bai Lu", listPrice: 7500, exclusivePrice: 6500),
        Good(
            id: "skin-perfume", en: "Osmanthus Eau de Parfum, 30 ml", zh: "桂花淡香精 30毫升",
            category: "hb-3-2-8", brand: "Bai Lu", listPrice: 26800),
        Good(
            id: "skin-nail-set", en: "Nail Polish Trio", zh: "指甲油三色套装",
            category: "hb-3-2-7", brand: "Dewpoint", listPrice: 5600),
        // Hair
        Good(
            id: "hair-shampoo", en: "Rosemary Shampoo, 400 ml", zh: "迷迭香洗发水 400毫升",
            category: "hb-3-10-13-3", brand: "Fernwash", listPrice: 6800),
        Good(
            id: "hair-conditioner", en: "Rosemary Conditioner, 400 ml", zh: "迷迭香护发素 400毫升",
            category: "hb-3-10-13-1", brand: "Fernwash", listPrice: 6800),
        Good(
            id: "hair-mask", en: "Camellia Hair Mask, 250 ml", zh: "山茶花发膜 250毫升",
            category: "hb-3-10-10", brand: "Bai Lu", listPrice: 9200, exclusivePrice: 8200),
        Good(
            id: "hair-comb", en: "Sandalwood Comb", zh: "檀木梳",
            category: "hb-3-10-12-2", brand: "Hutong Corner", listPrice: 5900),
        Good(
            id: "hair-wax", en: "Matte Styling Wax, 80 g", zh: "哑光发蜡 80克",
            category: "hb-3-10-10", brand: "Fernwash", listPrice: 7600),
        Good(
            id: "hair-rollers", en: "Heatless Curling Rod Set", zh: "免热卷发棒套装",
            category: "hb-3-10-12-5", brand: "Fernwash", listPrice: 5500),
    ]
}
