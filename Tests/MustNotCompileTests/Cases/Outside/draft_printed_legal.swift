import Disclosure

func printed(_ error: IntakeError) -> String { "\(error)" }

func mirrored(_ item: ExposedItem) -> Mirror { Mirror(reflecting: item) }

func looked(_ draft: borrowing PurchaseDraft) -> Bool { true }

func lookedAt(_ draft: borrowing PurchaseDraft) -> Bool { looked(draft) }
