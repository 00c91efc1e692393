import Disclosure

func listed(_ draft: consuming PurchaseDraft) -> Int {
    // expect: 'PurchaseDraft'
    let drafts = [draft]
    return drafts.count
}

// expect: 'PurchaseDraft' does not conform to protocol 'Copyable'
func many(_ drafts: [PurchaseDraft]) {}

func erased(_ draft: consuming PurchaseDraft) -> Any {
    // expect: 'PurchaseDraft'
    draft
}

func cast(_ draft: consuming PurchaseDraft) -> Any {
    // expect: cannot convert value of type 'PurchaseDraft' to type 'Any'
    draft as Any
}

func generic<Value>(_ value: Value) {}

func handedOn(_ draft: consuming PurchaseDraft) {
    // expect: 'PurchaseDraft'
    generic(draft)
}

// expect: has non-Copyable type 'PurchaseDraft'
struct Entry { let draft: PurchaseDraft }
