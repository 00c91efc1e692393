import Foundation
import VitrineTesting

/// The Swift compiler, with the modules that these tests were built with.
struct Compiler {
    private static let features = [
        "ExistentialAny", "MemberImportVisibility", "InternalImportsByDefault", "NonisolatedNonsendingByDefault",
    ]
    private static let root = CompileCase.folder.deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    /// Where the build put the modules: `.build/<platform>/debug`.
    private let build: URL

    init() throws {
        let started = ProcessInfo.processInfo.arguments.filter { $0.contains(".xctest") }
        for path in started + [Bundle.main.executablePath ?? ""] {
            var folder = URL(filePath: path).resolvingSymlinksInPath()
            while folder.path.count > 1 {
                folder.deleteLastPathComponent()
                let module = folder.appending(path: "Modules/Disclosure.swiftmodule").path
                if FileManager.default.fileExists(atPath: module) {
                    build = folder
                    return
                }
            }
        }
        throw CompilerError.noBuildDirectory
    }

    /// Compiles files, as a module of their own or as part of one of the product.
    ///
    /// To object code: a type check alone does not look for values that are used after they were consumed.
    func compile(_ files: [URL], _ place: CompileCase.Place) throws -> Compilation {
        let output = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString + ".o")
        defer { try? FileManager.default.removeItem(at: output) }
        var arguments = [
            "-c", "-wmo", "-parse-as-library", "-swift-version", "6", "-diagnostic-style=llvm",
            "-I", build.appending(path: "Modules").path,
            // Not the cache of the build: it must not be reached by two paths.
            "-module-cache-path", build.appending(path: "MustNotCompileCache").path, "-o", output.path,
        ]
        arguments += Self.features.flatMap { ["-enable-upcoming-feature", $0] }
        arguments += moduleMaps.flatMap { ["-Xcc", "-fmodule-map-file=\($0.path)"] }
        switch place {
        case .outside: arguments += ["-module-name", "Outsider"]
        // An outsider is of another package, so that what is for this package's tests is no way in.
        case .inside: arguments += try Self.part(of: "Disclosure")
        case .api: arguments += try Self.part(of: "FeedAPI")
        }
        return try run(arguments + files.map(\.path))
    }

    /// The C modules that the product's modules import: those that bring a map, and those for which the build made one.
    private var moduleMaps: [URL] {
        let folders = (try? FileManager.default.contentsOfDirectory(atPath: build.path)) ?? []
        let made = folders.filter { $0.hasSuffix(".build") }.sorted().map {
            build.appending(path: "\($0)/module.modulemap")
        }
        let checkouts = build.deletingLastPathComponent().deletingLastPathComponent().appending(path: "checkouts")
        let carried = [
            Self.root.appending(path: "Sources/CSodium/module.modulemap"),
            checkouts.appending(path: "Yams/Sources/CYaml/include/module.modulemap"),
            checkouts.appending(path: "swift-atomics/Sources/_AtomicsShims/include/module.modulemap"),
            checkouts.appending(path: "swift-system/Sources/CSystem/include/module.modulemap"),
            checkouts.appending(path: "swift-numerics/Sources/_NumericsShims/include/module.modulemap"),
            checkouts.appending(path: "swift-nio/Sources/CNIOWindows/include/module.modulemap"),
            checkouts.appending(path: "swift-nio-ssl/Sources/CNIOBoringSSL/include/module.modulemap"),
        ]
        return (carried + made).filter { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// The package bears the name of its folder, by which the build calls it.
    private static func part(of module: String) throws -> [String] {
        try ["-module-name", module, "-package-name", root.lastPathComponent.lowercased()] + sources(of: module)
    }

    private static func sources(of module: String) throws -> [String] {
        let folder = root.appending(path: "Sources/\(module)").path
        return try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".swift") }.map {
            "\(folder)/\($0)"
        }
    }

    private func run(_ arguments: [String]) throws -> Compilation {
        let compiler = try Tool.run(["swiftc"] + arguments, withErrors: true)
        return Compilation(
            succeeded: compiler.status == 0, output: String(decoding: compiler.output, as: UTF8.self))
    }
}
