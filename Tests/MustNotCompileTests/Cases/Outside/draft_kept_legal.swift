import Disclosure

private func listed(_ items: [ExposedItem]) -> Int { items.count }

private func generic<Value: ~Copyable>(_ value: borrowing Value) {}

private func handedOn(_ draft: borrowing PurchaseDraft) { generic(draft) }

private struct Entry: ~Copyable { let draft: PurchaseDraft }
