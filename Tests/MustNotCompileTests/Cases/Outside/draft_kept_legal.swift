import Disclosure

func listed(_ items: [ExposedItem]) -> Int { items.count }

func generic<Value: ~Copyable>(_ value: borrowing Value) {}

func handedOn(_ draft: borrowing PurchaseDraft) { generic(draft) }

struct Entry: ~Copyable { let draft: PurchaseDraft }
