import Foundation
import Testing
import VitrineTesting

@testable import PersonalExport

@Suite struct TapeArchiveTests {
    @Test func `tar lists and unpacks what was put in`() throws {
        let directory = try TemporaryDirectory()
        var tape = TapeArchive()
        let long = [UInt8](repeating: 0x61, count: 1_500)
        tape.add("box/empty", [], modifiedAt: 0)
        tape.add("box/whole-block", [UInt8](repeating: 0x62, count: 512), modifiedAt: 1_767_225_600)
        tape.add("box/long", long, modifiedAt: 1_767_225_600)
        try Data(tape.closed).write(to: URL(filePath: directory.path("a.tar")))
        #expect(try Tool.run(["tar", "xf", directory.path("a.tar"), "-C", directory.path("")]).status == 0)
        #expect(try Data(contentsOf: URL(filePath: directory.path("box/empty"))).isEmpty)
        #expect(try Data(contentsOf: URL(filePath: directory.path("box/whole-block"))).count == 512)
        #expect(try Array(Data(contentsOf: URL(filePath: directory.path("box/long")))) == long)
        #expect(tape.closed.count.isMultiple(of: 512))
    }

    @Test func `a cell is quoted where it must be and is never a formula`() {
        var table = CommaSeparated(["a", "b"])
        table.append(["plain", nil])
        table.append(["with, comma", "a \"quote\"\nand a line"])
        table.append(["=1+1", "-2"])
        #expect(table.text == "a,b\r\nplain,\r\n\"with, comma\",\"a \"\"quote\"\"\nand a line\"\r\n'=1+1,'-2\r\n")
    }
}
