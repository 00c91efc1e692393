import Foundation

/// The files of a flat directory by name.
enum DirectoryContents {
    static func read(_ path: String) throws -> [String: Data] {
        var contents: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: path) {
            contents[name] = try Data(contentsOf: URL(filePath: "\(path)/\(name)"))
        }
        return contents
    }

    /// Makes the directory anew, readable by its owner alone.
    static func write(_ contents: [String: Data], to path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        for (name, bytes) in contents {
            let isMade = FileManager.default.createFile(
                atPath: "\(path)/\(name)", contents: bytes, attributes: [.posixPermissions: 0o600])
            guard isMade else { throw CocoaError(.fileWriteUnknown) }
        }
    }

    /// The permissions of an entry, as `chmod` writes them.
    static func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
}
