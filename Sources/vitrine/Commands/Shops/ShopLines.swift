import Foundation

/// A person's own shop, as the API gives it.
struct ShopLines: Decodable {
    struct Slot: Decodable {
        var slot: Int
        var product: ProductLine
        var lockedUntil: String
    }

    var name: String
    var sign: String?
    var avatar: String?
    var line: String?
    var open: Bool
    var slots: Int
    var picks: [Slot]

    /// Writes a shop as JSON, or as its front and a table of all slots.
    static func print(_ result: OperationResult, json: Bool) throws {
        guard case .document(let bytes) = result else { return }
        if json {
            Results.write(String(decoding: bytes, as: UTF8.self))
            return
        }
        let shop = try JSONDecoder().decode(ShopLines.self, from: Data(bytes))
        Results.write(shop.text)
    }

    private var text: String {
        var table = TextTable([
            .init("slot", alignment: .right), .init("id"), .init("product", maximumWidth: 40),
            .init("list", alignment: .right), .init("here", alignment: .right), .init("saved", alignment: .right),
            .init("locked until"),
        ])
        // A pick stays in a slot that the shop has lost.
        for number in 1...max(1, slots, picks.map(\.slot).max() ?? 0) {
            guard let pick = picks.first(where: { $0.slot == number }) else {
                table.append(["\(number)"])
                continue
            }
            let cells = pick.product.cells
            table.append(["\(number)", cells[0], cells[1], cells[3], cells[4], cells[5], pick.lockedUntil])
        }
        let title = [avatar, name].compactMap(\.self).joined(separator: " ") + (open ? "" : " (closed)")
        let front = [title, sign, line].compactMap(\.self).joined(separator: "\n")
        return front + "\n\n" + table.text.trimmingCharacters(in: .newlines)
    }
}
