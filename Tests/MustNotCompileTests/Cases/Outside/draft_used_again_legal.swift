import Disclosure

private func look(_ draft: borrowing PurchaseDraft) {}

private func once(_ draft: consuming PurchaseDraft, _ intake: Intake) async throws {
    look(draft)
    try await intake.put(draft)
}
