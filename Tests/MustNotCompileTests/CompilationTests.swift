import Foundation
import Testing

/// The suite must not pass for the wrong reason.
struct CompilationTests {
    private let expectations = [Expectation(line: 3, message: "not encodable")]

    @Test func `an illegal file that compiles is a fault`() {
        let compilation = Compilation(succeeded: true, output: "")
        #expect(compilation.faults(expecting: expectations, in: "a.swift") == ["a.swift compiles"])
    }

    @Test func `an illegal file that expects nothing is a fault`() {
        let compilation = Compilation(succeeded: false, output: "/x/a.swift:3:1: error: not encodable")
        #expect(compilation.faults(expecting: [], in: "a.swift") == ["a.swift expects nothing"])
    }

    @Test(
        arguments: [
            "/x/a.swift:3:1: error: cannot find 'Purchase' in scope", "/x/a.swift:4:1: error: not encodable",
            "/x/b.swift:3:1: error: not encodable", "error: no such module", "/x/a.swift:3:1: warning: not encodable",
            "/x/a.swift:3:1: error: not encodable\n/x/a.swift:9:1: error: expected '}'",
        ])
    func `another reason is a fault`(output: String) {
        let compilation = Compilation(succeeded: false, output: output)
        #expect(!compilation.faults(expecting: expectations, in: "a.swift").isEmpty)
    }

    @Test func `the reason given is none`() {
        let compilation = Compilation(
            succeeded: false,
            output: "/x/a.swift:3:1: error: it is not encodable, sorry\n/x/a.swift:3:9: error: nor good")
        #expect(compilation.faults(expecting: expectations, in: "a.swift").isEmpty)
    }

    @Test func `an expectation is about the line below it`() {
        let text = "import A\n\n    // expect: it's 'B'\n    b()\n"
        #expect(Expectation.all(in: text) == [Expectation(line: 4, message: "it's 'B'")])
    }

    @Test func `the compiler does compile, and does not`() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.swift")
        try Data("import Domain\nfunc day(_ at: Instant) -> Int64 { at.minutes }\n".utf8).write(to: file)
        #expect(try Compiler().compile([file], .outside).succeeded)
        try Data("import Domain\nfunc day(_ at: Instant) -> Int64 { at.eon }\n".utf8).write(to: file)
        let failed = try Compiler().compile([file], .outside)
        let expected = [Expectation(line: 2, message: "no member 'eon'")]
        #expect(failed.faults(expecting: expected, in: "a.swift").isEmpty, "\(failed.output)")
    }
}
