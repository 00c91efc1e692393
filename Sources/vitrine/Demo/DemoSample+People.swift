extension DemoSample {
    /// The people, by handle in the order of the alphabet.
    static let people: [Person] = [
        Person(
            handle: "ada", name: "Ada Lindqvist", zone: "Europe/Stockholm",
            about: "Read her feed first. Shares by the defaults; friends may also see that she buys books.",
            consent: Agreement(daysBack: 200, classes: ["media-choice"]),
            closeFriends: ["ben", "cleo"], mutes: ["kit"]),
        Person(
            handle: "ben", name: "Ben Okafor", zone: "Europe/London",
            about: "Shares by the defaults: close friends (Ada) read title and week, friends category and month.",
            consent: Agreement(daysBack: 200),
            closeFriends: ["ada"]),
        Person(
            handle: "cleo", name: "陈可乐 (Cleo)", zone: "Asia/Shanghai",
            about: "Shows her close friends (Ada and Emi) everything, to the minute, and has blocked Ivo.",
            consent: Agreement(
                daysBack: 200, classes: ["fitness"],
                levels: [
                    (audience: "close-friends", tier: "ordinary", level: "full"),
                    (audience: "close-friends", tier: "owner-decides", level: "product"),
                ]),
            closeFriends: ["ada", "emi"], blocks: ["ivo"]),
        Person(
            handle: "dai", name: "戴文", zone: "Asia/Shanghai",
            about: "Hints at department and month, no more; his wine, vitamins and plasters hide among the rest.",
            consent: Agreement(
                daysBack: 200, classes: ["alcohol", "supplements", "minor-ailments"],
                levels: [
                    (audience: "close-friends", tier: "ordinary", level: "hint"),
                    (audience: "friends", tier: "ordinary", level: "hint"),
                ])),
        Person(
            handle: "emi", name: "林艾米 (Emi)", zone: "Asia/Tokyo",
            about: "Opted in to books, sports nutrition, glasses, weddings and gift cards.",
            consent: Agreement(
                daysBack: 200, classes: ["media-choice", "fitness", "vision", "weddings", "gift-value"]),
            closeFriends: ["cleo"]),
        Person(
            handle: "fei", name: "费明", zone: "Asia/Shanghai",
            about: "Agreed to nothing: ten purchases, and nobody sees one of them."),
        Person(
            handle: "gus", name: "Gus Moreau", zone: "Europe/Paris",
            about: "Shares by the defaults, but keeps private mode on: nothing he buys meanwhile will ever be shown.",
            consent: Agreement(daysBack: 200, isPrivate: true)),
        Person(
            handle: "hana", name: "韩娜 (Hana)", zone: "Asia/Shanghai", isMinor: true,
            about: "Is a minor: she can read her friends' activity and cannot share her own."),
        Person(
            handle: "ivo", name: "Ivo Petrov", zone: "Europe/Sofia",
            about: "Shares the last sixty days by the defaults. Cleo blocked him: to him there is no such person.",
            consent: Agreement(daysBack: 60)),
        Person(
            handle: "jun", name: "王君 (Jun)", zone: "Asia/Shanghai",
            about: "A friend of Ada's friends: friends read titles by the week, their friends category and month.",
            consent: Agreement(
                daysBack: 200,
                levels: [
                    (audience: "friends", tier: "ordinary", level: "product"),
                    (audience: "friends-of-friends", tier: "ordinary", level: "category"),
                ]),
            closeFriends: ["dai"]),
        Person(
            handle: "kit", name: "Kit Andersson", zone: "America/Los_Angeles",
            about: "Shares by the defaults and buys much. Ada muted him: he is not in her feed any more.",
            consent: Agreement(daysBack: 200)),
        Person(
            handle: "lin", name: "林静", zone: "Asia/Shanghai",
            about: "A stranger to Ada, friend of Jun alone: everyone may know the department and the month, no more.",
            consent: Agreement(
                daysBack: 150,
                levels: [
                    (audience: "friends-of-friends", tier: "ordinary", level: "hint"),
                    (audience: "everyone", tier: "ordinary", level: "hint"),
                ])),
    ]
}
