import Foundation

/// Published vectors of the Wycheproof project.
///
/// They lie beside the checkout, or where `VITRINE_DATA` says.
struct Wycheproof: Decodable {
    struct Group: Decodable {
        let tests: [Vector]
    }

    struct Vector: Decodable {
        let tcId: Int
        let key, iv, aad, msg, ct, tag, result: String
    }

    let numberOfTests: Int
    let testGroups: [Group]

    static var directory: URL {
        let shared =
            ProcessInfo.processInfo.environment["VITRINE_DATA"].map { URL(filePath: $0) }
            ?? URL(filePath: #filePath).resolvingSymlinksInPath().appending(path: "../../../../../shared/data")
        return shared.appending(path: "vectors/wycheproof").standardizedFileURL
    }

    static var isPresent: Bool {
        FileManager.default.fileExists(atPath: directory.path)
    }

    init(file: String) throws {
        let content = try Data(contentsOf: Self.directory.appending(path: file))
        self = try JSONDecoder().decode(Self.self, from: content)
    }
}
