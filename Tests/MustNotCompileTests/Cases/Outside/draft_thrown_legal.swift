import Disclosure

private func thrown(_ error: IntakeError) throws(IntakeError) { throw error }
