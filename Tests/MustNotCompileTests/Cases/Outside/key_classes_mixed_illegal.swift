import Sealing

func feed(_ key: RecordKey<OpenClass>) {}

func mixed(_ keys: OwnerKeys, _ hierarchy: KeyHierarchy) {
    // expect: cannot convert value of type 'RecordKey<WithheldClass>' to expected argument type 'RecordKey<OpenClass>'
    feed(keys.withheld)
    // expect: cannot convert value of type 'RecordKey<ServiceClass>' to expected argument type 'RecordKey<OpenClass>'
    feed(hierarchy.serviceKey)
    // expect: cannot convert value of type 'RecordKey<WithheldClass>' to type 'RecordKey<OpenClass>' in coercion
    feed(keys.withheld as RecordKey<OpenClass>)
}
