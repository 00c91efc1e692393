import Disclosure
import Domain
import PolicyEngine

func coarse(_ bands: PriceBands, _ money: Money) -> PriceBand { bands.band(of: money) }

func shown(_ time: ExposedTime) -> String { time.value }
