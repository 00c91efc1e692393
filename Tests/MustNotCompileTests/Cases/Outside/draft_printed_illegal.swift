import Disclosure

func interpolated(_ draft: borrowing PurchaseDraft) -> String {
    // expect: no exact matches in call to instance method 'appendInterpolation'
    "\(draft)"
}

func printed(_ draft: borrowing PurchaseDraft) {
    // expect: argument type 'PurchaseDraft' does not conform to expected type 'Copyable'
    print(draft)
    // expect: 'PurchaseDraft'
    debugPrint(draft)
    // expect: 'PurchaseDraft'
    dump(draft)
}

func described(_ draft: borrowing PurchaseDraft) -> String {
    // expect: no exact matches in call to initializer
    String(describing: draft)
}

func reflected(_ draft: borrowing PurchaseDraft) -> String {
    // expect: 'PurchaseDraft'
    String(reflecting: draft)
}

func mirrored(_ draft: borrowing PurchaseDraft) -> Mirror {
    // expect: 'PurchaseDraft'
    Mirror(reflecting: draft)
}
