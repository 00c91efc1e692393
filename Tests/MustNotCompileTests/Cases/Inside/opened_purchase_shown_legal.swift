import Domain
import Foundation

private func shown(_ purchase: borrowing OpenedPurchase, _ count: Int) -> String { "\(count)" }

private func encoded(_ item: ExposedItem) throws -> Data { try JSONEncoder().encode(item) }

private func exposed(
    _ purchase: borrowing OpenedPurchase, _ generalizer: Generalizer, _ reference: VisibleReference,
    _ actor: ExposedItem.Actor, _ bucket: TimeBucket, _ minute: Int64
) -> ExposedItem? {
    generalizer.exposed(
        purchase, bucket: bucket, releasedAt: minute, disclosure: reference.disclosure, id: "1", actor: actor)
}
