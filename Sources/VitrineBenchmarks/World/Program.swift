import Foundation

/// The built `vitrine`, which is measured.
struct Program: Sendable {
    let path: String

    /// The one named, or the one beside this program.
    init(named path: String?) throws {
        self.path = path ?? Self.own.deletingLastPathComponent().appending(path: "vitrine").path
        guard FileManager.default.isExecutableFile(atPath: self.path) else {
            throw BenchFailure(
                "there is no program `\(self.path)`; build it with `swift build -c release --product vitrine`")
        }
    }

    /// This program itself.
    static var own: URL { URL(filePath: "/proc/self/exe").resolvingSymlinksInPath() }

    /// Runs a command to its end and answers what it wrote.
    @discardableResult
    func run(_ words: [String], accepting codes: Set<Int32> = [0]) throws -> String {
        try Self.run(path, words, accepting: codes)
    }

    @discardableResult
    static func run(_ path: String, _ words: [String], accepting codes: Set<Int32> = [0]) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = words
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let text = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard codes.contains(process.terminationStatus) else {
            throw BenchFailure("`\(path) \(words.joined(separator: " "))` ended with \(process.terminationStatus)")
        }
        return String(decoding: text, as: UTF8.self)
    }
}
