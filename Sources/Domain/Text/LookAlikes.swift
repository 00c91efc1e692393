/// Keeps names from passing for others by letters that look the same in another script.
///
/// The rule: letters of one word are all of Latin, or all of Greek, Cyrillic, Armenian or Cherokee, the scripts that share
/// shapes with it; a word that mixes two of them is refused. All other scripts may stand beside any, as they are used in
/// practice (Chinese with Latin, Japanese with digits). It is the part of UTS 39's "moderately restrictive" level that needs no
/// tables. Handles need none of it: they are ASCII, see ``Handle``.
public enum LookAlikes {
    private enum Script {
        case latin, greek, cyrillic, armenian, cherokee
    }

    /// Whether some word mixes scripts whose letters look alike.
    public static func mixesScripts(_ text: String) -> Bool {
        var script: Script?
        for scalar in text.unicodeScalars {
            guard scalar.properties.isAlphabetic || isMark(scalar) else {
                script = nil
                continue
            }
            guard let found = Self.script(of: scalar.value) else { continue }
            if let script, script != found { return true }
            script = found
        }
        return false
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: false
        }
    }

    /// Source: the blocks of Unicode 16.
    private static func script(of value: UInt32) -> Script? {
        switch value {
        case 0x41...0x24F, 0x250...0x2AF, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xAB30...0xAB64,
            0xFB00...0xFB06, 0xFF21...0xFF5A:
            .latin
        case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
        case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
        case 0x530...0x58F, 0xFB13...0xFB17: .armenian
        case 0x13A0...0x13FF, 0xAB70...0xABBF: .cherokee
        default: nil
        }
    }
}
