import Foundation

extension String {
    /// Whether a piece of code occurs in a line with no letter or digit growing out of either end.
    func names(_ piece: String) -> Bool {
        guard let first = piece.utf8.first, let last = piece.utf8.last else { return false }
        var rest = startIndex..<endIndex
        while let found = range(of: piece, options: .literal, range: rest) {
            let growsLeft = first.isOfName && utf8[..<found.lowerBound].last?.isOfName == true
            let growsRight = last.isOfName && utf8[found.upperBound...].first?.isOfName == true
            if !growsLeft && !growsRight { return true }
            rest = index(after: found.lowerBound)..<endIndex
        }
        return false
    }

    /// The words of a name in camel case, in lower case: `HTTPField` is `http`, `field`.
    var camelWords: [String] {
        var words: [String] = []
        let characters = Array(self)
        for (index, character) in characters.enumerated() {
            guard character.isLetter else {
                if words.last != "" { words.append("") }
                continue
            }
            let followsLower = index > 0 && characters[index - 1].isLowercase
            let endsCapitals =
                index > 0 && characters[index - 1].isUppercase && index + 1 < characters.count
                && characters[index + 1].isLowercase
            if words.isEmpty || character.isUppercase && (followsLower || endsCapitals) { words.append("") }
            words[words.count - 1].append(character.lowercased())
        }
        return words.filter { !$0.isEmpty }
    }
}

extension UInt8 {
    /// Whether it may be part of a name.
    fileprivate var isOfName: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), 0x80...:
            true
        default: false
        }
    }
}
