extension DemoSample {
    /// Things for the table, the bed, the desk and the windowsill.
    static let home: [Good] = [
        // Tableware
        Good(
            id: "table-teapot", en: "Celadon Teapot with Two Cups", zh: "龙泉青瓷茶壶配两杯",
            category: "hg-11-10-2", brand: "Kiln Lane", listPrice: 22800, exclusivePrice: 19900),
        Good(
            id: "table-ramen", en: "Ramen Bowls with Chopsticks, Set of 2", zh: "日式拉面碗配筷 两套",
            category: "hg-11-10-4", brand: "Kiln Lane", listPrice: 13900),
        Good(
            id: "table-plates", en: "Speckled Dinner Plates, Set of 4", zh: "麻点釉餐盘 四只装",
            category: "hg-11-10-4", brand: "Kiln Lane", listPrice: 18800),
        Good(
            id: "table-cutlery", en: "Brushed Steel Cutlery for Four", zh: "拉丝不锈钢刀叉 四人份",
            category: "hg-11-10-6", brand: "Osterby", listPrice: 25900, exclusivePrice: 22900),
        Good(
            id: "table-mugs", en: "Stoneware Mugs, Pair", zh: "粗陶马克杯 对装",
            category: "hg-11-10-5", brand: "Osterby", listPrice: 11800),
        Good(
            id: "table-glasses", en: "Double-Wall Glasses, Set of 4", zh: "双层隔热玻璃杯 四只装",
            category: "hg-11-10-5", brand: "Osterby", listPrice: 12900),
        Good(
            id: "table-carafe", en: "Borosilicate Carafe, First Edition", zh: "高硼硅玻璃水瓶 初版",
            category: "hg-11-10-5", brand: "Osterby", listPrice: 14900, isListed: false),
        // Bedding
        Good(
            id: "bed-duvet-cover", en: "Washed Linen Duvet Cover, Double", zh: "水洗亚麻被套 双人",
            category: "hg-15-1-5", brand: "Meadowfold", listPrice: 48900, exclusivePrice: 43900),
        Good(
            id: "bed-sheets", en: "Percale Sheet Set, 300 Threads", zh: "长绒棉床单四件套 300支",
            category: "hg-15-1-2", brand: "Meadowfold", listPrice: 39900),
        Good(
            id: "bed-quilt", en: "Summer Silk Quilt, 1 kg", zh: "夏凉蚕丝被 1千克",
            category: "hg-15-1-10", brand: "Suzhou House", listPrice: 56900),
        Good(
            id: "bed-blanket", en: "Waffle Cotton Blanket", zh: "华夫格纯棉盖毯",
            category: "hg-15-1-4", brand: "Meadowfold", listPrice: 32900),
        Good(
            id: "bed-pillow", en: "Buckwheat Pillow with Cotton Cover", zh: "荞麦枕附纯棉枕套",
            category: "hg-15-1-9", brand: "Suzhou House", listPrice: 31900, exclusivePrice: 28900),
        Good(
            id: "bed-pillowcases", en: "Mulberry Silk Pillowcases, Pair", zh: "桑蚕丝枕套 对装",
            category: "hg-15-1-8", brand: "Suzhou House", listPrice: 36900),
        // Plants
        Good(
            id: "plant-monstera", en: "Monstera Deliciosa in a 15 cm Pot", zh: "龟背竹 15厘米盆",
            category: "hg-17-3", brand: "Greenhouse No. 9", listPrice: 7900, exclusivePrice: 6900),
        Good(
            id: "plant-pothos", en: "Golden Pothos, Hanging", zh: "黄金葛绿萝吊盆",
            category: "hg-17-3", brand: "Greenhouse No. 9", listPrice: 5200),
        Good(
            id: "plant-olive", en: "Young Olive Tree for a Balcony", zh: "阳台油橄榄小苗",
            category: "hg-17-3", brand: "Terra Patch", listPrice: 9800),
        Good(
            id: "plant-fern", en: "Boston Fern in Coir", zh: "椰糠波士顿蕨",
            category: "hg-17-3", brand: "Terra Patch", listPrice: 5600),
        Good(
            id: "plant-jade", en: "Jade Plant, Two Stems", zh: "双干玉树多肉",
            category: "hg-17-3", brand: "Greenhouse No. 9", listPrice: 6200),
        Good(
            id: "plant-calathea", en: "Calathea Orbifolia", zh: "青苹果竹芋",
            category: "hg-17-3", brand: "Terra Patch", listPrice: 8500),
        // Pens and pencils
        Good(
            id: "pen-fountain", en: "Brass Fountain Pen, Fine Nib", zh: "黄铜钢笔 细尖",
            category: "os-11-11", brand: "Inkwright", listPrice: 9600, exclusivePrice: 8400),
        Good(
            id: "pen-gel", en: "Gel Pens in Ten Muted Colours", zh: "莫兰迪色中性笔 十支装",
            category: "os-11-11", brand: "Papierhaus", listPrice: 5800, exclusivePrice: 4900),
        Good(
            id: "pen-brush", en: "Refillable Brush Pens, Set of 3", zh: "可加墨软头毛笔 三支装",
            category: "os-11-11", brand: "Inkwright", listPrice: 6600),
        Good(
            id: "pen-pencils", en: "Drawing Pencils, 4H to 8B", zh: "素描铅笔套装 4H-8B",
            category: "os-11-11", brand: "Papierhaus", listPrice: 5400),
        Good(
            id: "pen-liners", en: "Archival Fineliners, Six Widths", zh: "防水针管笔 六种粗细",
            category: "os-11-11", brand: "Papierhaus", listPrice: 7800),
        Good(
            id: "pen-rollerball", en: "Walnut Rollerball", zh: "胡桃木宝珠笔",
            category: "os-11-11", brand: "Inkwright", listPrice: 8900),
    ]
}
