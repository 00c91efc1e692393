import Disclosure

private func admitted(_ reading: Reading, _ gate: Gate) -> Admitted<Int>? {
    gate.admit(reading.prepared(1).map { $0 + 1 })
}
