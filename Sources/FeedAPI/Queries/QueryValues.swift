import FeedBuilder

/// The parameters of a query, of which each is known and given once.
struct QueryValues: Sendable {
    /// How many elements a page may have.
    static let limits = 1...PageRequest.maximumLimit

    private let values: [Parameter: String]

    /// Refuses what is unknown to the resource, repeated or not well-formed.
    init(_ query: String?, allowing allowed: Set<Parameter>) throws(Problem) {
        var values: [Parameter: String] = [:]
        for piece in (query ?? "").split(separator: "&", omittingEmptySubsequences: true) {
            let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentCoding.decode(parts[0], plusIsBlank: true) else {
                throw Problem(.invalidParameters, errors: [FieldError(.unnamed, .malformedQuery)])
            }
            guard let parameter = Parameter(rawValue: name), allowed.contains(parameter) else {
                throw Problem(.invalidParameters, errors: [FieldError(.unnamed, .unknownParameter)])
            }
            guard let value = PercentCoding.decode(parts.count > 1 ? parts[1] : "", plusIsBlank: true) else {
                throw .parameter(parameter, .malformed)
            }
            guard values.updateValue(value, forKey: parameter) == nil else { throw .parameter(parameter, .repeated) }
        }
        self.values = values
    }

    subscript(_ parameter: Parameter) -> String? { values[parameter] }

    /// Whether a parameter is `true`; absent ones are not.
    func flag(_ parameter: Parameter) throws(Problem) -> Bool {
        switch values[parameter] {
        case nil, "false": return false
        case "true": return true
        default: throw .parameter(parameter, .notABoolean)
        }
    }

    /// The length of the page that is asked for.
    func limit() throws(Problem) -> Int {
        guard let text = values[.limit] else { return PageRequest.defaultLimit }
        guard (1...9).contains(text.utf8.count), text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
            let limit = Int(text)
        else { throw .parameter(.limit, .notAnInteger) }
        guard Self.limits.contains(limit) else { throw .parameter(.limit, .outOfBounds) }
        return limit
    }
}
