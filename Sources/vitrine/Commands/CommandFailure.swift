import ArgumentParser

/// What went wrong, for the person at the keyboard, and the exit code that says so to a script.
struct CommandFailure: Error {
    enum Code: Int32, Codable, CaseIterable {
        /// Something that is not the caller's fault: the disk, the network, a fault of the program.
        case failure = 1
        /// Rows were left out of an import.
        case rowsRefused = 3
        /// What was asked for is not allowed, or names nothing.
        case refused = 4
        /// The data directory is not what it should be.
        case invalidData = 5
        /// The policy does not load.
        case policyInvalid = 6
        /// Another process holds the data directory and does not answer.
        case busy = 7
        /// A suite expects something else than the policy does.
        case testsFailed = 10
        /// The suites reach less of the policy than was asked for.
        case coverageShort = 11
        /// A changed policy passes every suite.
        case mutantsSurvived = 12
        /// Some input contradicts an invariant.
        case invariantBroken = 13
        /// A policy discloses more than another, and that was not allowed.
        case wideningFound = 14
        /// An audit found something that should not be there.
        case auditFailed = 15

        /// As the help lists it.
        var line: String { "  \(rawValue)\(rawValue < 10 ? "   " : "  ")\(meaning)" }

        var meaning: String {
            switch self {
            case .failure: "something failed that is not the caller's fault"
            case .rowsRefused: "rows were left out of an import"
            case .refused: "what was asked for is not allowed, or names nothing"
            case .invalidData: "the data directory is not as it should be (see `vitrine doctor`)"
            case .policyInvalid: "the policy does not load"
            case .busy: "another process holds the data directory and does not answer"
            case .testsFailed: "a suite expects something else than the policy does"
            case .coverageShort: "the suites reach less of the policy than was asked for"
            case .mutantsSurvived: "a changed policy passes every suite"
            case .invariantBroken: "some input contradicts an invariant"
            case .wideningFound: "a policy discloses more than another, and that was not allowed"
            case .auditFailed: "an audit found something that should not be there"
            }
        }
    }

    let message: String
    let exitCode: Code

    init(_ message: String, exitCode: Code) {
        self.message = message
        self.exitCode = exitCode
    }
}
