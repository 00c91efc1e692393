import Disclosure

private func show(_ item: borrowing ExposedItem) {}

private typealias Shown = ExposedItem

private func count(_ point: EnforcementPoint) -> Bool { point.failedOpenCount > 0 }
