import Foundation
import VitrineTesting

/// A copy of the shipped policy in a directory of its own, to be edited.
struct PolicyDirectory {
    let path: String
    private let directory: TemporaryDirectory

    private static let shipped =
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../policies").path

    struct NothingReplacedError: Error {
        let text: String
    }

    init() throws {
        directory = try TemporaryDirectory()
        path = directory.path("policies")
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for name in try FileManager.default.contentsOfDirectory(atPath: Self.shipped) where name.hasSuffix(".yaml") {
            try FileManager.default.copyItem(atPath: "\(Self.shipped)/\(name)", toPath: "\(path)/\(name)")
        }
    }

    /// Replaces a piece of a file that must be there.
    func replace(_ old: String, in name: String, with new: String) throws {
        let file = URL(filePath: "\(path)/\(name)")
        let text = try String(contentsOf: file, encoding: .utf8)
        guard text.contains(old) else { throw NothingReplacedError(text: old) }
        try Data(text.replacing(old, with: new).utf8).write(to: file)
    }

    /// Raises the goods with these words in their titles to tier A.
    func raise(_ words: String) throws {
        try replace(
            "\nterms:\n", in: "sensitive.yaml",
            with: "\nterms:\n  - { class: sexual-reproductive, en: [\(words)], because: [gdpr-9] }\n")
    }
}
