import Domain
import Sealing

extension RandomSource {
    /// A public name that is given to nothing else: 12 characters, which a command line does not take for an option.
    func name() -> String {
        var name = ""
        repeat { name = Base64URL.encode(bytes(9)) } while name.hasPrefix("-")
        return name
    }
}
