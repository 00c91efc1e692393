import Disclosure

private func printed(_ error: IntakeError) -> String { "\(error)" }

private func mirrored(_ item: ExposedItem) -> Mirror { Mirror(reflecting: item) }

private func looked(_ draft: borrowing PurchaseDraft) -> Bool { true }

private func lookedAt(_ draft: borrowing PurchaseDraft) -> Bool { looked(draft) }
