/// A value of JSON, as a suite expects it or an item has it.
public indirect enum SuiteValue: Sendable, Equatable {
    case text(String)
    case number(Int64)
    case flag(Bool)
    case null
    case list([SuiteValue])
    case object([String: SuiteValue])
}
