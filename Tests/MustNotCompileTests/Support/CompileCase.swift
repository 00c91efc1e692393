import Foundation
import Testing

/// Something that must not compile, beside what must.
struct CompileCase: Sendable, CustomTestStringConvertible {
    /// What the files of a case are compiled as.
    enum Place: String, Sendable {
        /// A module that imports those of the product.
        case outside = "Outside"
        /// Part of the enforcement point.
        case inside = "Inside"
        /// Part of the HTTP API.
        case api = "API"
    }

    static let folder = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Cases")

    let name: String
    let place: Place

    var illegal: URL { Self.folder.appending(path: "\(place.rawValue)/\(name)_illegal.swift") }
    var legal: URL { Self.folder.appending(path: "\(place.rawValue)/\(name)_legal.swift") }

    var testDescription: String { name.replacing("_", with: " ") }

    /// The cases of a place, by the names of their illegal files.
    static func all(_ place: Place) -> [CompileCase] {
        names(place).filter { $0.hasSuffix("_illegal.swift") }.map {
            CompileCase(name: String($0.dropLast("_illegal.swift".count)), place: place)
        }
    }

    /// The files of a place that are neither of a pair.
    static func strays(_ place: Place) -> [String] {
        let known = Set(all(place).flatMap { [$0.illegal.lastPathComponent, $0.legal.lastPathComponent] })
        return names(place).filter { !known.contains($0) } + known.filter { !names(place).contains($0) }
    }

    private static func names(_ place: Place) -> [String] {
        let path = folder.appending(path: place.rawValue).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    }
}
