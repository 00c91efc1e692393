import Domain
import Sealing

/// Opaque, authenticated texts of constant length that only who they were made for can use: cursors and marks.
public struct Cursors: Sendable {
    let keys: KeyHierarchy
    private static let length = 64

    /// The same text for the same payload, so that a page depends on nothing but what is on it.
    public func sealed(_ payload: [UInt8], purpose: String, boundTo binding: [UInt8]) -> String {
        Base64URL.encode(keys.sealOpaque(payload, purpose: purpose, associated: binding, paddedTo: Self.length))
    }

    /// The payload, or nothing for a text that is forged, foreign, or for something else.
    public func opened(_ text: String, purpose: String, boundTo binding: [UInt8]) -> [UInt8]? {
        guard text.utf8.count <= 1024, let bytes = Base64URL.decode(text) else { return nil }
        return try? keys.openOpaque(bytes, purpose: purpose, associated: binding)
    }
}
