import Foundation

extension Shop {
    init?(_ bytes: [UInt8]) {
        guard let shop = try? JSONDecoder().decode(Shop.self, from: Data(bytes)) else { return nil }
        self = shop
    }

    func encoded() -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        guard let data = try? encoder.encode(self) else { preconditionFailure("a shop has only plain fields") }
        return Array(data)
    }
}

extension UInt32 {
    var octets: [UInt8] { withUnsafeBytes(of: littleEndian) { Array($0) } }
}
