import Foundation

/// The bytes of a file as they lie on the disk, mapped and never written.
struct FileBytes: Sendable {
    /// The name within the directory that is looked through.
    let name: String
    private let content: Data

    init(path: String, name: String) throws {
        self.name = name
        content = try Data(contentsOf: URL(filePath: path), options: .alwaysMapped)
    }

    var count: Int { content.count }

    /// A copy of a range, as far as the file goes.
    func bytes(_ range: Range<Int>) -> [UInt8] {
        let bounded = range.clamped(to: 0..<content.count)
        return bounded.isEmpty ? [] : [UInt8](content[bounded])
    }

    /// Lends all of them.
    func withBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try content.withUnsafeBytes(body)
    }
}
