import Tabular
import Testing

@Suite struct ColumnTests {
    private func failure(_ header: String, fields: [Field], columns: String? = nil) -> String? {
        do throws(TabularError) {
            let mapping = try columns.map { text throws(TabularError) in try ColumnMapping(text, fields: fields) }
            _ = try TabularReader(
                bytes: Array(header.utf8), format: .csv, fields: fields, mapping: mapping ?? .byName)
            return nil
        } catch {
            return error.description
        }
    }

    @Test func `a mapping finds fields under other headers`() throws {
        let fields: [Field] = [.required("a"), .optional("b")]
        let rows = try read("x y,b\n1,2\n", as: .csv, fields: fields, mapping: ColumnMapping("a=x y", fields: fields))
        #expect(summary(rows) == ["2: 1|2"])
        let lines = try read(#"{"x":1}"#, as: .jsonLines, fields: fields, mapping: ColumnMapping("a=x", fields: fields))
        #expect(summary(lines) == ["1: 1|-"])
    }

    @Test func `a missing column is told with what was found and the nearest spelling`() {
        #expect(
            failure("handel,name\n", fields: PersonRow.fields)
                == "no column `handle` (did you mean `handel`? say `--columns handle=handel`); found: `handel`, `name`")
        #expect(
            failure("x,y\n", fields: FriendshipRow.fields, columns: "a=left,b=y")
                == "no column `left` for the field `a`; found: `x`, `y`")
    }

    @Test func `an optional column may be missing`() {
        #expect(failure("handle,name\n", fields: PersonRow.fields) == nil)
    }

    @Test func `a header that names an asked-for column twice is refused`() {
        #expect(failure("a,b,a\n", fields: FriendshipRow.fields) == "two columns are named `a`")
        #expect(failure("a,b,x,x\n", fields: FriendshipRow.fields) == nil)
    }

    @Test(arguments: [
        ("nme=x", "there is no field `nme`; did you mean `name`?"),
        ("zzzzzz=x", "there is no field `zzzzzz`; known are `handle`, `name`, `zone`, `minor`"),
        ("name", "`name` is not of the form `field=header`"),
        ("name=", "`name=` is not of the form `field=header`"),
        ("name=x,name=y", "the field `name` is mapped twice"),
    ])
    func `a mapping that makes no sense is refused`(mapping: String, message: String) {
        #expect(failure("handle,name\n", fields: PersonRow.fields, columns: mapping) == message)
    }

    @Test func `an empty input has no header`() {
        #expect(failure("", fields: PersonRow.fields) == TabularError.noHeader.description)
        #expect(failure("\u{FEFF}\n\n", fields: PersonRow.fields) == TabularError.noHeader.description)
    }

    @Test(arguments: [
        ("handel", "handle"), ("NAME", "name"), ("zoen", "zone"), ("minr", "minor"), ("xyz", nil as String?),
    ])
    func `the nearest spelling is found`(word: String, name: String?) {
        #expect(Spelling.nearest(to: word, among: PersonRow.fields.map(\.name)) == name)
    }
}
