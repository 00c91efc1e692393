import Disclosure

func thrown(_ draft: consuming PurchaseDraft) throws {
    // expect: does not conform to 'Error'
    throw draft
}

// expect: has non-Copyable type 'PurchaseDraft'
struct Refused: Error { let draft: PurchaseDraft }

// expect: 'PurchaseDraft'
enum Failure: Error { case refused(PurchaseDraft) }
