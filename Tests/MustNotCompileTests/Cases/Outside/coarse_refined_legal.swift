import Disclosure
import Domain
import PolicyEngine

private func coarse(_ bands: PriceBands, _ money: Money) -> PriceBand { bands.band(of: money) }

private func shown(_ time: ExposedTime) -> String { time.value }
