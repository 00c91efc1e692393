import Disclosure
import Domain

func fields(_ draft: borrowing PurchaseDraft) {
    // expect: 'total' is inaccessible due to 'internal' protection level
    _ = draft.total
    // expect: 'product' is inaccessible due to 'internal' protection level
    _ = draft.product
    // expect: 'moment' is inaccessible due to 'internal' protection level
    _ = draft.moment
    // expect: 'buyer' is inaccessible due to 'internal' protection level
    _ = draft.buyer
    // expect: 'sealed' is inaccessible due to 'internal' protection level
    _ = draft.sealed
}
