import Disclosure

// expect: cannot find type 'OpenedPurchase' in scope
func show(_ purchase: borrowing OpenedPurchase) {}

// expect: cannot find type 'OpenedPurchase' in scope
typealias Opened = OpenedPurchase

// expect: 'vault' is inaccessible due to 'internal' protection level
func reach(_ point: EnforcementPoint) -> Bool { point.vault.failureCount > 0 }
