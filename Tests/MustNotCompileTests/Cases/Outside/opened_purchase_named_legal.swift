import Disclosure

func show(_ item: borrowing ExposedItem) {}

typealias Shown = ExposedItem

func count(_ point: EnforcementPoint) -> Bool { point.failedOpenCount > 0 }
