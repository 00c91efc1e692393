import Disclosure

func made(_ other: Prepared<Int>) {
    // expect: 'Prepared<Value>' initializer is inaccessible due to 'internal' protection level
    _ = Prepared(value: 1, snapshot: other.snapshot)
}

// expect: cannot find type 'ReadSnapshot' in scope
func noted(_ snapshot: ReadSnapshot) {}

func admitted(_ gate: Gate, _ admission: Admission) {
    // expect: 'Admission' initializer is inaccessible due to 'internal' protection level
    _ = Admission(number: 1, gate: gate)
    // expect: 'Gate' initializer is inaccessible due to 'internal' protection level
    _ = Gate()
    // expect: 'Admitted<Value>' initializer is inaccessible due to 'internal' protection level
    _ = Admitted(value: 1, admission: admission)
}
