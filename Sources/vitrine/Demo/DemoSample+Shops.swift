extension DemoSample {
    /// Six shops that are open and one that is closed.
    static let shops: [Shop] = [
        Shop(
            owner: "ada", name: "Ada's Ledge", sign: "a window full of leaves",
            line: "Three things I would buy again. 阳台上的好东西。",
            picks: ["plant-monstera", "table-teapot", "pen-fountain"]),
        Shop(
            owner: "ben", name: "The Bean Counter", sign: "steam over a blue enamel cup",
            line: "Good coffee, dry feet.",
            picks: ["coffee-yirgacheffe", "coffee-drip", "camp-mat", "camp-tent"]),
        Shop(
            owner: "cleo", name: "可乐的衣柜", sign: "一排挂得整整齐齐的衬衫",
            line: "穿得舒服，用得开心。",
            picks: ["top-cardigan", "skin-lip-tint", "shoe-canvas", "hair-mask"]),
        Shop(
            owner: "emi", name: "艾米书屋 · Emi Reads", sign: "a paper boat",
            line: "Novels for the train, pens for their margins.",
            picks: ["book-mountain", "book-poems", "pen-gel", "fit-band"]),
        Shop(
            owner: "jun", name: "君的茶席", sign: "竹帘与一盏灯",
            line: "慢慢喝。",
            picks: ["tea-longjing", "tea-puer", "game-tea-road"]),
        Shop(
            owner: "lin", name: "小林杂货",
            line: "猫说了算。The cat decides.",
            picks: ["cat-scratcher", "snack-hawthorn"]),
        Shop(
            owner: "kit", name: "Kit's Kit", sign: "a very large loudspeaker",
            line: "Closed while I rearrange the shelves.",
            picks: ["audio-earbuds", "audio-portable"], isOpen: false),
    ]
}
