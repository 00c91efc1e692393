import Disclosure
import Domain
import PolicyEngine

func refined(_ band: PriceBand, _ bucket: TimeBucket, _ price: ExposedPrice, _ time: ExposedTime) {
    // expect: cannot convert value of type 'PriceBand' to specified type 'Money'
    let _: Money = band
    // expect: requires that 'PriceBand' conform to 'StringProtocol'
    _ = Money(band)
    // expect: has no member 'minorUnits'
    _ = band.minorUnits
    // expect: cannot convert value of type 'TimeBucket' to specified type 'Instant'
    let _: Instant = bucket
    // expect: has no member 'seconds'
    _ = bucket.seconds
    // expect: has no member 'total'
    _ = price.total
    // expect: has no member 'instant'
    _ = time.instant
}

func rounded(_ money: Money) -> PriceBand {
    // expect: cannot convert return expression of type 'Money' to return type 'PriceBand'
    money
}
