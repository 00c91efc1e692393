import Disclosure

struct Waiting: ~Copyable { let draft: PurchaseDraft }

func taken(_ waiting: consuming Waiting, by intake: Intake) async throws {
    try await intake.put(waiting.draft)
}
