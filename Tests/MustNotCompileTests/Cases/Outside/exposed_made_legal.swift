import Disclosure
import Foundation

func read(_ item: ExposedItem) -> String { item.actor.handle + item.time.value }

func served(_ items: [ExposedItem], _ own: OwnPurchasePage) throws -> [Data] {
    [try JSONEncoder().encode(items), try JSONEncoder().encode(own)]
}
