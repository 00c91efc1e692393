import Disclosure

private struct Waiting: ~Copyable { let draft: PurchaseDraft }

private func taken(_ waiting: consuming Waiting, by intake: Intake) async throws {
    try await intake.put(waiting.draft)
}
