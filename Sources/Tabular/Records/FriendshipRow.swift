public import Domain

/// Two people who are friends: `a,b`, in either order.
public struct FriendshipRow: RowDecodable, Hashable {
    public static let fields: [Field] = [.required("a"), .required("b")]

    public let a: Handle
    public let b: Handle

    public init(_ row: Row) throws(RowFault) {
        a = try row.handle("a")
        b = try row.handle("b")
        guard a != b else { throw row.fault("b", "expected somebody else than in `a`") }
    }
}
