import Foundation
import Testing

@testable import Sealing

@Suite final class RootKeyFileTests {
    private let directory: URL
    private var path: String { directory.appending(path: "root.key").path }

    init() throws {
        directory = FileManager.default.temporaryDirectory.appending(path: "vitrine-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: false)
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    private func put(_ bytes: [UInt8], mode: Int = 0o600) throws {
        try Data(bytes).write(to: URL(filePath: path))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    }

    private func expect(_ error: SealingError, sourceLocation: SourceLocation = #_sourceLocation) {
        #expect(throws: error, sourceLocation: sourceLocation) { _ = try RootKey(contentsOfFile: path) }
    }

    @Test func `a key that was written is read again`() throws {
        let key = try RootKey.generate()
        try key.write(toNewFile: path)
        let isSame = try RootKey(contentsOfFile: path).key.isEqual(to: key.key)
        #expect(isSame)
        let attributes = try FileManager.default.attributesOfItem(atPath: path)
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        #expect(attributes[.size] as? Int == 32)
    }

    @Test func `generated keys differ`() throws {
        let isSame = try RootKey.generate().key.isEqual(to: try RootKey.generate().key)
        #expect(!isSame)
    }

    @Test func `a file that is there is never overwritten`() throws {
        try put([1, 2, 3])
        let key = try RootKey.generate()
        #expect(throws: SealingError.rootKeyExists) { try key.write(toNewFile: path) }
        #expect(try Data(contentsOf: URL(filePath: path)) == Data([1, 2, 3]))
    }

    @Test func `a link is not followed when a key is written`() throws {
        let target = directory.appending(path: "elsewhere").path
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        let key = try RootKey.generate()
        #expect(throws: SealingError.rootKeyExists) { try key.write(toNewFile: path) }
        #expect(!FileManager.default.fileExists(atPath: target))
    }

    @Test func `a key is not written where there is no directory`() throws {
        let key = try RootKey.generate()
        #expect(throws: SealingError.rootKeyUnwritable) { try key.write(toNewFile: path + "/deeper/root.key") }
    }

    @Test func `hexadecimal digits are read, with and without a line feed`() throws {
        let bytes = [UInt8](0x70..<0x90)
        let expected = try Installation.secretKey(bytes)
        let digits = Hexadecimal.text(bytes)
        for text in [digits, digits + "\n", digits.uppercased(), digits.uppercased() + "\n"] {
            try put([UInt8](text.utf8))
            let isSame = try RootKey(contentsOfFile: path).key.isEqual(to: expected)
            #expect(isSame)
        }
    }

    @Test func `an absent file is told from the rest`() { expect(.rootKeyAbsent) }

    @Test(arguments: [0o640, 0o604, 0o620, 0o602, 0o610, 0o601, 0o644, 0o777])
    func `a file that others may use is refused`(mode: Int) throws {
        try put([UInt8](0..<32), mode: mode)
        expect(.rootKeyPermissions)
    }

    @Test func `a file for its owner's eyes alone is read`() throws {
        try put([UInt8](0..<32), mode: 0o400)
        _ = try RootKey(contentsOfFile: path)
    }

    @Test(arguments: [0, 1, 31, 33, 63, 66, 1000])
    func `a file of another size is refused`(size: Int) throws {
        try put([UInt8](repeating: 0x61, count: size))
        expect(.rootKeyMalformed)
    }

    @Test func `digits that are none are refused`() throws {
        try put([UInt8](repeating: 0x67, count: 64))
        expect(.rootKeyMalformed)
        try put([UInt8](repeating: 0x61, count: 65))
        expect(.rootKeyMalformed)
        try put([UInt8](repeating: 0x61, count: 63) + [0x67, 0x0A])
        expect(.rootKeyMalformed)
    }

    @Test func `a directory, a link or a pipe is refused`() throws {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
        expect(.rootKeyNotRegularFile)
        try FileManager.default.removeItem(atPath: path)
        let target = directory.appending(path: "elsewhere").path
        try RootKey.generate().write(toNewFile: target)
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: target)
        expect(.rootKeyNotRegularFile)
        try FileManager.default.removeItem(atPath: path)
        #expect(mkfifo(path, 0o600) == 0)
        expect(.rootKeyNotRegularFile)
    }
}
