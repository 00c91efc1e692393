import Disclosure
import Domain
import FriendShops

/// The parts of an export that are tables, as tables.
enum ExportTables {
    static func purchases(_ purchases: [OwnPurchase]) -> [UInt8] {
        var table = CommaSeparated([
            "id", "order", "line", "product", "title_en", "title_zh", "category", "class", "tier", "quantity", "amount",
            "currency", "at", "status", "shop", "visibility",
        ])
        for purchase in purchases {
            table.append([
                purchase.id, purchase.order, purchase.line, purchase.product.id, purchase.product.title.en,
                purchase.product.title.zh, purchase.category?.id, purchase.sensitivity.id, purchase.sensitivity.tier,
                String(purchase.quantity), String(purchase.total.amount), purchase.total.currency, purchase.at,
                purchase.status, purchase.boughtAt?.handle, purchase.visibility,
            ])
        }
        return Array(table.text.utf8)
    }

    static func relations(_ relations: OwnAccount.Relations) -> [UInt8] {
        var table = CommaSeparated(["list", "handle", "close", "sees_from"])
        for friend in relations.friends {
            table.append(["friends", friend.handle, friend.close ? "yes" : "no", friend.seesFrom])
        }
        for handle in relations.blocks { table.append(["blocks", handle, nil, nil]) }
        for handle in relations.mutes { table.append(["mutes", handle, nil, nil]) }
        return Array(table.text.utf8)
    }

    static func history(_ history: VisibilityHistory) -> [UInt8] {
        var table = CommaSeparated(["at", "client", "policy", "change"])
        for entry in history.entries {
            for change in entry.changes { table.append([entry.at, entry.client, entry.policy, change]) }
        }
        return Array(table.text.utf8)
    }

    static func tokens(_ tokens: [OwnAccount.Token]) -> [UInt8] {
        var table = CommaSeparated(["id", "client", "scopes", "issued_at", "expires_at", "revoked_at"])
        for token in tokens {
            table.append([
                token.id, token.client, token.scopes.joined(separator: " "), token.issuedAt, token.expiresAt,
                token.revokedAt,
            ])
        }
        return Array(table.text.utf8)
    }

    static func commissions(_ commissions: [OwnFigures.Commission]) -> [UInt8] {
        var table = CommaSeparated(["epoch", "amount", "currency"])
        for commission in commissions {
            table.append([commission.epoch, String(commission.amount), commission.currency])
        }
        return Array(table.text.utf8)
    }

    static func picks(_ shop: OwnShopRecords) -> [UInt8] {
        var table = CommaSeparated(["slot", "product", "picked_at"])
        for pick in shop.picks { table.append([String(pick.slot), pick.product, pick.pickedAt]) }
        return Array(table.text.utf8)
    }
}
