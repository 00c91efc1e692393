import Foundation
import VitrineTesting

/// Where the real input lies: `VITRINE_DATA`, or `../shared/data` beside the checkout.
enum RealInput {
    static let checkout = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()

    /// Nothing when there is none, as outside of the places where it may be kept.
    static let directory: URL? = {
        let told = ProcessInfo.processInfo.environment["VITRINE_DATA"].map { URL(filePath: $0) }
        let directory = told ?? checkout.deletingLastPathComponent().appending(path: "shared/data")
        return FileManager.default.fileExists(atPath: directory.appending(path: "taxonomy").path) ? directory : nil
    }()

    /// Purchases from this day on are left out, unless `VITRINE_FULL` asks for the whole year.
    static let until = ProcessInfo.processInfo.environment["VITRINE_FULL"] == "1" ? "9999" : "2017-02-01"

    /// The lines of a file, split at its tabs; `.gz` is unpacked.
    static func lines(_ path: String, separator: String = "\t") throws -> [[String]] {
        guard let directory else { throw CocoaError(.fileNoSuchFile) }
        return try lines(of: directory.appending(path: path), separator: separator)
    }

    static func lines(of file: URL, separator: String = "\t") throws -> [[String]] {
        let bytes = file.pathExtension == "gz" ? try unpacked(file) : try Data(contentsOf: file)
        return String(decoding: bytes, as: UTF8.self).components(separatedBy: "\n").filter { !$0.isEmpty }
            .map { $0.components(separatedBy: separator) }
    }

    private static func unpacked(_ file: URL) throws -> Data {
        let gzip = try Tool.run(["gzip", "-dc", file.path])
        guard gzip.status == 0 else { throw CocoaError(.fileReadCorruptFile) }
        return gzip.output
    }
}
