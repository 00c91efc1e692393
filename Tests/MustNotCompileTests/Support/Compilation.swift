/// What came of compiling.
struct Compilation {
    let succeeded: Bool
    let output: String

    var diagnostics: [Diagnostic] { output.split(separator: "\n").compactMap { Diagnostic($0) } }

    /// Why it is not what an illegal file expects: it compiles, says less, or says something else.
    func faults(expecting expectations: [Expectation], in file: String) -> [String] {
        if expectations.isEmpty { return ["\(file) expects nothing"] }
        if succeeded { return ["\(file) compiles"] }
        let unmet = expectations.filter { expectation in
            !diagnostics.contains {
                $0.file == file && $0.line == expectation.line && $0.message.contains(expectation.message)
            }
        }
        let lines = Set(expectations.map(\.line))
        let unforeseen = diagnostics.filter { $0.file != file || !lines.contains($0.line) }
        let faults = unmet.map { "not said: \(file):\($0)" } + unforeseen.map { "not expected: \($0)" }
        return diagnostics.isEmpty ? faults + [output] : faults
    }
}
