import Foundation

/// A directory of its own, gone with all that is in it when nobody holds it any more.
public final class TemporaryDirectory: Sendable {
    public let path: String

    /// Mode 0700, under the system's directory for temporary files.
    public init() throws {
        let url = FileManager.default.temporaryDirectory.appending(path: "vitrine-\(UUID().uuidString)")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        path = url.path(percentEncoded: false)
    }

    /// The path of an entry of the directory.
    public func path(_ name: String) -> String {
        "\(path)/\(name)"
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }
}
