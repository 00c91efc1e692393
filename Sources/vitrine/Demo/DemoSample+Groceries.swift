extension DemoSample {
    /// Tea, coffee, snacks and what a cat needs.
    static let groceries: [Good] = [
        // Tea
        Good(
            id: "tea-longjing", en: "Longjing Green Tea, Early Spring, 50 g", zh: "明前龙井绿茶 50克",
            category: "fb-1-14", brand: "Yunwu", listPrice: 8800, exclusivePrice: 7900),
        Good(
            id: "tea-jasmine", en: "Jasmine Pearl Tea, 100 g Tin", zh: "茉莉龙珠花茶 100克罐装",
            category: "fb-1-14", brand: "Yunwu", listPrice: 6800),
        Good(
            id: "tea-puer", en: "Ripe Pu-erh Mini Cakes, Box of 20", zh: "熟普小沱茶 20粒装",
            category: "fb-1-14", brand: "Cangshan Path", listPrice: 9600, exclusivePrice: 8600),
        Good(
            id: "tea-earl-grey", en: "Loose Earl Grey with Bergamot Peel, 125 g", zh: "佛手柑伯爵红茶 125克",
            category: "fb-1-14", brand: "Harrow & Finch", listPrice: 7200),
        Good(
            id: "tea-oolong", en: "Roasted Tieguanyin Oolong, 75 g", zh: "炭焙铁观音 75克",
            category: "fb-1-14", brand: "Cangshan Path", listPrice: 8200),
        Good(
            id: "tea-rooibos", en: "Rooibos and Orange, 40 Bags", zh: "香橙路易波士茶 40包",
            category: "fb-1-14", brand: "Harrow & Finch", listPrice: 5500),
        // Coffee
        Good(
            id: "coffee-yirgacheffe", en: "Yirgacheffe Washed Beans, 250 g", zh: "耶加雪菲水洗咖啡豆 250克",
            category: "fb-1-3", brand: "Lantern Roasters", listPrice: 8900, exclusivePrice: 7900),
        Good(
            id: "coffee-espresso", en: "House Espresso Blend, 250 g", zh: "意式拼配咖啡豆 250克",
            category: "fb-1-3", brand: "Lantern Roasters", listPrice: 6900),
        Good(
            id: "coffee-decaf", en: "Mountain Water Decaf, 250 g", zh: "低因咖啡豆 250克",
            category: "fb-1-3", brand: "Northbound", listPrice: 7600),
        Good(
            id: "coffee-drip", en: "Drip Coffee Bags, Box of 10", zh: "挂耳咖啡 10包",
            category: "fb-1-3", brand: "Lantern Roasters", listPrice: 5900, exclusivePrice: 5200),
        Good(
            id: "coffee-yunnan", en: "Baoshan Arabica, Medium Roast, 250 g", zh: "保山小粒咖啡豆 中度烘焙 250克",
            category: "fb-1-3", brand: "Cangshan Path", listPrice: 6200),
        Good(
            id: "coffee-cold-brew", en: "Cold Brew Concentrate, 500 ml", zh: "冷萃咖啡浓缩液 500毫升",
            category: "fb-1-3", brand: "Northbound", listPrice: 5400),
        // Snacks
        Good(
            id: "snack-nori", en: "Toasted Seaweed Crisps, 6 Packs", zh: "海苔脆片 6包",
            category: "fb-2-17", brand: "Tidepool", listPrice: 2900),
        Good(
            id: "snack-popcorn", en: "Sea Salt Caramel Popcorn, 200 g", zh: "海盐焦糖爆米花 200克",
            category: "fb-2-17", brand: "Puffin Street", listPrice: 2400),
        Good(
            id: "snack-crackers", en: "Rye Crackers with Caraway, 250 g", zh: "葛缕子黑麦脆饼 250克",
            category: "fb-2-17", brand: "Puffin Street", listPrice: 3200),
        Good(
            id: "snack-peas", en: "Wasabi Green Peas, 300 g", zh: "芥末青豆 300克",
            category: "fb-2-17", brand: "Tidepool", listPrice: 2200),
        Good(
            id: "snack-hawthorn", en: "Hawthorn Fruit Rolls, 240 g", zh: "山楂果丹皮 240克",
            category: "fb-2-17", brand: "Hutong Corner", listPrice: 2600, exclusivePrice: 2200),
        Good(
            id: "snack-trail-mix", en: "Trail Mix with Cranberries, 400 g", zh: "蔓越莓混合果仁 400克",
            category: "fb-2-17", brand: "Northbound", listPrice: 4600),
        // Chocolate
        Good(
            id: "choc-dark", en: "Dark Chocolate with Sichuan Pepper, 80 g", zh: "花椒黑巧克力 80克",
            category: "fb-2-3-2", brand: "Puffin Street", listPrice: 3600, exclusivePrice: 3200),
        Good(
            id: "choc-matcha", en: "Matcha White Chocolate, 80 g", zh: "抹茶白巧克力 80克",
            category: "fb-2-3-2", brand: "Puffin Street", listPrice: 3800),
        Good(
            id: "choc-orange", en: "Candied Orange in Chocolate, 120 g", zh: "橙皮巧克力条 120克",
            category: "fb-2-3-2", brand: "Kakao & Finch", listPrice: 4500),
        Good(
            id: "choc-hazelnut", en: "Hazelnut Pralines, 9", zh: "榛子夹心巧克力 9粒",
            category: "fb-2-3-2", brand: "Kakao & Finch", listPrice: 4800),
        Good(
            id: "choc-milk", en: "Milk Chocolate with Sesame, 80 g", zh: "芝麻牛奶巧克力 80克",
            category: "fb-2-3-2", brand: "Kakao & Finch", listPrice: 3400),
        // Cats
        Good(
            id: "cat-fountain-filter", en: "Water Fountain Filters for Cats, Set of 8", zh: "猫用饮水机滤芯 8片",
            category: "ap-2-2", brand: "Whiskerwell", listPrice: 5800),
        Good(
            id: "cat-tunnel", en: "Crinkle Tunnel for Cats, Folding", zh: "可折叠猫咪响纸隧道",
            category: "ap-2-2", brand: "Whiskerwell", listPrice: 7500),
        Good(
            id: "cat-scratcher", en: "Corrugated Scratching Lounge", zh: "瓦楞纸猫抓板沙发",
            category: "ap-2-2", brand: "Mao & Mao", listPrice: 6900, exclusivePrice: 5900),
        Good(
            id: "cat-litter", en: "Tofu Cat Litter, Green Tea, 4 × 2.5 kg", zh: "绿茶豆腐猫砂 2.5千克×4",
            category: "ap-2-2", brand: "Mao & Mao", listPrice: 9200),
        Good(
            id: "cat-wand", en: "Feather Wand with Five Refills", zh: "羽毛逗猫棒附五支替换头",
            category: "ap-2-2", brand: "Whiskerwell", listPrice: 5200),
        Good(
            id: "cat-tree", en: "Window Perch Cat Tree, 120 cm", zh: "临窗猫爬架 120厘米",
            category: "ap-2-2", brand: "Mao & Mao", listPrice: 26800),
    ]
}
