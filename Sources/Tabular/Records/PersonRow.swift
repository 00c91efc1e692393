public import Domain

/// A person as the host platform tells of them: `handle,name[,zone,minor]`.
public struct PersonRow: RowDecodable, Hashable {
    public static let fields: [Field] = [
        .required("handle"), .required("name"), .optional("zone"), .optional("minor"),
    ]

    public let handle: Handle
    /// In NFC; `nil` if the row does not say.
    public let name: String?
    public let zone: FieldChange<Zone>
    /// `nil` if the row does not say.
    public let isMinor: Bool?

    public init(_ row: Row) throws(RowFault) {
        handle = try row.handle("handle")
        name = try row.stated("name", TextRule.name.expectation) { TextRule.name.normalized($0) }
        zone = try row.change("zone", "expected a zone of the IANA database, as `Asia/Shanghai`") { Zone($0) }
        isMinor = try row.stated("minor", "expected `true` or `false`") { Self.boolean($0) }
    }

    private static func boolean(_ text: String) -> Bool? {
        switch text.lowercased() {
        case "true", "yes", "1": true
        case "false", "no", "0": false
        default: nil
        }
    }
}
