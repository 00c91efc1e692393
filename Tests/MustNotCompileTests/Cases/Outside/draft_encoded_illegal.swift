import Disclosure
import Foundation

func encoded(_ draft: consuming PurchaseDraft) throws -> Data {
    // expect: 'PurchaseDraft'
    try JSONEncoder().encode(draft)
}

// expect: has non-Copyable type 'PurchaseDraft'
struct Page: Encodable { let draft: PurchaseDraft }
