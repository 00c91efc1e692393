import Disclosure

func thrown(_ error: IntakeError) throws(IntakeError) { throw error }
