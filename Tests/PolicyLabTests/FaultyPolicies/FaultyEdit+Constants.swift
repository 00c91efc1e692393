extension FaultyEdit {
    /// Numbers of aggregates, of releases and of the shop.
    static let constants = [
        figure("k lowered for a demo and left", "aggregates", "k: 5\n", "k: 2\n"),
        figure("k switched off", "aggregates", "k: 5\n", "k: 0\n"),
        figure("k of another product", "aggregates", "k: 5\n", "k: 50\n"),
        figure(
            "bands in whole dollars instead of cents", "aggregates",
            "USD: [0, 1000, 2500, 5000, 10000, 25000, 50000, 100000]", "USD: [0, 10, 25, 50, 100, 250, 500, 1000]"),
        figure(
            "yen given the two decimals they do not have", "aggregates",
            "JPY: [0, 1000, 3000, 5000, 10000, 30000, 50000, 100000]",
            "JPY: [0, 100000, 300000, 500000, 1000000, 3000000, 5000000, 10000000]"),
        figure(
            "finer bands in euro", "aggregates", "EUR: [0, 1000, 2500, 5000, 10000,",
            "EUR: [0, 500, 1000, 1500, 2000, 2500, 5000, 10000,"),
        figure("edges out of order", "aggregates", "GBP: [0, 1000, 2000, 4000,", "GBP: [0, 2000, 1000, 4000,"),
        figure(
            "the bands of euro copied for yuan", "aggregates",
            "CNY: [0, 5000, 10000, 30000, 60000, 150000, 300000, 600000]",
            "CNY: [0, 1000, 2500, 5000, 10000, 25000, 50000, 100000]"),
        figure("free goods left out of the bands", "aggregates", "default: [0, 1000,", "default: [1, 1000,"),
        figure("a currency by its sign", "aggregates", "  GBP: [", "  £: ["),
        figure(
            "the default forgotten, since every currency is listed", "aggregates", "  default: [0", "  # default: [0"),
        figure("the settling of the month in days instead of hours", "release", "month: 72", "month: 3"),
        figure("weeks shown as soon as they are over", "release", "week: 48", "week: 0"),
        figure("minutes that settle for a day", "release", "minute: 0", "minute: 24"),
        figure("days settled within half a day", "release", "day: 36", "day: 12"),
        figure("quarters no slower than months", "release", "quarter: 120", "quarter: 72"),
        figure("a bucket without its time to settle", "release", "week: 48, ", ""),
        figure("no hold, as raises are rare", "release", "raiseHold: 2", "raiseHold: 0"),
        figure("a hold as long as a year", "release", "raiseHold: 2", "raiseHold: 12"),
        figure("counters that tick at every sale", "release", "epoch: day", "epoch: minute"),
        figure("counts that change once a week", "release", "epoch: day", "epoch: week"),
        figure("a bigger window", "shop", "slots: 4   ", "slots: 40   "),
        figure("a lock of three hours meant as three days", "shop", "lockHours: 72", "lockHours: 3"),
        figure(
            "wine in the window", "shop", "pickable: [ordinary, owner-decides]",
            "pickable: [ordinary, owner-decides, coarsen]"),
        figure(
            "everything in the window that its owner wants there", "shop", "pickable: [ordinary, owner-decides]",
            "pickable: [ordinary, owner-decides, withhold]"),
        figure(
            "only ordinary goods in the window", "shop", "pickable: [ordinary, owner-decides]", "pickable: [ordinary]"),
        figure("long names", "shop", "nameLength: 40 ", "nameLength: 400 "),
        figure("short lines", "shop", "lineLength: 140", "lineLength: 14"),
        figure("the length of a line misspelt", "shop", "lineLength: 140", "linelength: 140"),
    ]

    /// What the rules rest on.
    static let sources = [
        figure("a source renamed where it is defined alone", "sources", "  - id: gdpr-9\n", "  - id: gdpr-art-9\n"),
        figure("a source removed that was superseded", "sources", "  - id: dignity\n", "  - id: decency\n"),
        figure("a source without an address", "sources", "    reference: policies/shop.yaml\n", ""),
        figure(
            "a quotation mark that closes nothing", "sources", "title: Vitrine, the friend shop",
            "title: \"Vitrine, the friend shop"),
    ]

    private static func figure(
        _ intention: String, _ file: String, _ old: String, _ new: String, needsCompleteSuites: Bool = false
    ) -> FaultyEdit {
        FaultyEdit(
            intention: intention, file: file + ".yaml", old: old, new: new, needsCompleteSuites: needsCompleteSuites)
    }
}
