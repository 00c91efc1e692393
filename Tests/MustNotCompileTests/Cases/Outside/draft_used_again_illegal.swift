import Disclosure

// expect: 'draft' consumed more than once
func twice(_ draft: consuming PurchaseDraft, _ intake: Intake) async throws {
    try await intake.put(draft)
    try await intake.put(draft)
}

func look(_ draft: borrowing PurchaseDraft) {}

// expect: 'draft' used after consume
func afterwards(_ draft: consuming PurchaseDraft, _ intake: Intake) async throws {
    try await intake.put(draft)
    look(draft)
}

// expect: 'draft' is borrowed and cannot be consumed
func borrowed(_ draft: borrowing PurchaseDraft, _ intake: Intake) async throws {
    try await intake.put(draft)
}
