import Disclosure

func copied(_ draft: borrowing PurchaseDraft) -> PurchaseDraft {
    // expect: 'copy' cannot be applied to noncopyable types
    copy draft
}
