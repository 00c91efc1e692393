import Domain
import Foundation

/// What hosts tell, as bodies of requests and as tables without the columns of what is not told.
enum Tables {
    static func name(of handle: String) -> String { handle.capitalized }

    static func title(of product: String) -> String { "Good \(product)" }

    static func body(_ minor: Bool?, of handle: String, isBack: Bool) -> String {
        object([
            ("name", quoted(name(of: handle))), ("minor", minor.map { "\($0)" }), ("return", isBack ? "true" : nil),
        ])
    }

    static func body(_ row: ProductRow) -> String {
        object([
            (
                "title",
                object([("en", quoted(title(of: row.id))), ("zh", row.titleZh.map(quoted))])
            ),
            ("category", row.category.map(quoted)), ("listPrice", "\(Goods.price(of: row.id))"),
            ("currency", quoted("CNY")), ("status", row.isListed.map { quoted($0 ? "listed" : "delisted") }),
        ])
    }

    static func body(_ row: PurchaseRow, at instant: Instant) -> String {
        object([
            ("buyer", quoted(row.buyer)), ("product", quoted(row.product)), ("quantity", "1"),
            ("total", "\(row.total)"), ("currency", quoted("CNY")), ("at", quoted(instant.description)),
            ("status", row.status.map { quoted($0.rawValue) }),
        ])
    }

    static func body(_ change: OwnerChange, now: Instant) -> String {
        func list(_ member: String, _ isIn: Bool) -> String {
            object([(isIn ? "add" : "remove", "[\(quoted(member))]")])
        }
        switch change {
        case .sharing(let isOn, let daysBack):
            let since = daysBack.map { quoted(now.advanced(bySeconds: -Int64($0) * 86_400).description) }
            return object([("sharing", object([("on", "\(isOn)"), ("since", since)]))])
        case .optIn(let name, let isIn): return object([("classes", object([(name, "\(isIn)")]))])
        case .level(let audience, let tier, let level):
            return object([
                ("levels", object([(audience.rawValue, object([(tier.rawValue, quoted(level.rawValue))]))]))
            ])
        case .privateMode(let isOn, let hours):
            let until = hours.map { quoted(now.advanced(bySeconds: Int64($0) * 3600).description) }
            return object([("privateMode", object([("on", "\(isOn)"), ("until", until)]))])
        case .close(let friend, let isClose): return object([("closeFriends", list(friend, isClose))])
        case .block(let other, let isBlocked): return object([("blocks", list(other, isBlocked))])
        }
    }

    // MARK: Tables

    static func csv(_ minor: Bool?, of handle: String) -> String {
        table([("handle", handle), ("name", name(of: handle)), ("minor", minor.map { "\($0)" })])
    }

    static func csv(_ row: ProductRow) -> String {
        table([
            ("id", row.id), ("title", title(of: row.id)), ("title_zh", row.titleZh),
            // These columns must be there; an empty cell tells nothing.
            ("category", row.category ?? ""), ("brand", ""), ("price", decimal(Goods.price(of: row.id))),
            ("currency", "CNY"), ("status", row.isListed.map { $0 ? "listed" : "delisted" }),
        ])
    }

    static func csv(_ row: PurchaseRow, at instant: Instant) -> String {
        table([
            ("order", row.name.order), ("line", row.name.line), ("buyer", row.buyer), ("product", row.product),
            ("quantity", "1"), ("total", decimal(row.total)), ("currency", "CNY"), ("at", instant.description),
            ("status", row.status?.rawValue),
        ])
    }

    private static func decimal(_ minorUnits: Int64) -> String {
        "\(minorUnits / 100).\(minorUnits % 100 < 10 ? "0" : "")\(minorUnits % 100)"
    }

    private static func table(_ cells: [(name: String, value: String?)]) -> String {
        let told = cells.filter { $0.value != nil }
        return told.map(\.name).joined(separator: ",") + "\n"
            + told.map { $0.value ?? "" }.joined(separator: ",") + "\n"
    }

    private static func quoted(_ text: String) -> String { "\"\(text)\"" }

    private static func object(_ members: [(name: String, value: String?)]) -> String {
        "{" + members.compactMap { member in member.value.map { "\"\(member.name)\":\($0)" } }.joined(separator: ",")
            + "}"
    }
}
