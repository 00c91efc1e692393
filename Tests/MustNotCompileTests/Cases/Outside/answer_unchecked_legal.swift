import Disclosure

private func admitted(_ reading: Reading, _ gate: Gate) -> Admission? {
    gate.admit(reading.prepared(1).map { $0 + 1 })
}
