import Disclosure
import Domain

private func made(_ point: EnforcementPoint) -> Reading { point.reading(for: PersonID(rawValue: 1)) }
