import Disclosure
import Domain

func made(_ point: EnforcementPoint) -> Reading { point.reading(for: PersonID(rawValue: 1)) }
