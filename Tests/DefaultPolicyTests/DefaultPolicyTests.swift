import DefaultPolicy
import Foundation
import Testing

struct DefaultPolicyTests {
    @Test func `what is embedded is what the files say, byte for byte`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../policies").standardized
        let names = try ["", "tests/"].flatMap { part in
            try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false) + "/" + part)
                .filter { $0.hasSuffix(".yaml") || $0 == "categories.tsv" }.map { part + $0 }
        }
        let files = DefaultPolicy.files
        #expect(files.map(\.name) == names.sorted())
        for file in files {
            let onDisk = try Data(contentsOf: folder.appending(path: file.name))
            #expect(Data(file.text.utf8) == onDisk, "\(file.name)")
        }
    }
}
