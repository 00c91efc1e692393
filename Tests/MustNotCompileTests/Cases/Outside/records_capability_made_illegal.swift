import Disclosure
import Domain
import Sealing

// expect: cannot find type 'OwnerRecords' in scope
func feed(_ records: OwnerRecords<WithheldClass>) {}

func made(_ point: EnforcementPoint, _ reading: Reading) {
    // expect: cannot find 'OwnerRecords' in scope
    _ = OwnerRecords(withheld: point)
    // expect: 'records' is inaccessible due to 'private' protection level
    _ = reading.records
    // expect: 'Reading' initializer is inaccessible due to 'internal' protection level
    _ = Reading(point: point, viewer: PersonID(rawValue: 1))
    // expect: 'OwnLedger' initializer is inaccessible due to 'internal' protection level
    _ = OwnLedger(point: point)
}
