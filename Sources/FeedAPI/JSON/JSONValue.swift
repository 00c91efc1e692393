/// A value of a body, as it was sent.
indirect enum JSONValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    /// The digits, sign, point and exponent as they stood, so that nothing is rounded.
    case number(String)
    case string(String)
    case array([JSONValue])
    case object([String: JSONValue])

    /// The number, if it is whole, written without point and exponent, and fits.
    var integer: Int64? {
        guard case .number(let text) = self else { return nil }
        return Int64(text)
    }
}
