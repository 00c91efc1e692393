import Disclosure
import Domain

func read(_ reference: VisibleReference) {
    // expect: 'disclosure' is inaccessible due to 'internal' protection level
    _ = reference.disclosure
    // expect: 'disclosureCode' is inaccessible due to 'internal' protection level
    _ = reference.disclosureCode
    // expect: 'ordinal' is inaccessible due to 'internal' protection level
    _ = reference.ordinal
}

func made() {
    // expect: 'VisibleReference' initializer is inaccessible due to 'internal' protection level
    _ = VisibleReference(sortMinute: 1, releaseMinute: 1, tie: 1, ordinal: 1, disclosure: .full, kind: .purchase)
}

func source(_ source: VisibleSource) {
    // expect: 'lists' is inaccessible due to 'internal' protection level
    _ = source.lists
}
