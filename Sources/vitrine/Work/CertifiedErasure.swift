import Disclosure
import Domain

/// An erasure as it is told: its id and state, and the certificate with the salt that ties it to a handle once it is clean.
struct CertifiedErasure: Codable, Sendable {
    /// Absent in files of earlier versions.
    var id: String?
    /// The same.
    var state: String?
    var certificate: ErasureCertificate?
    /// Base64url.
    var salt: String?

    init(_ status: Erasure.Status) {
        id = status.id
        state = status.state.rawValue
        certificate = status.told?.certificate
        salt = status.told.map { Base64URL.encode($0.salt) }
    }
}

extension ErasureCertificate.Fault {
    /// For the person at the keyboard.
    var reason: String {
        switch self {
        case .unknownVersion: "the certificate is of a version that this program does not know"
        case .anotherKey: "the certificate was signed with another key than the one expected"
        case .signature: "the signature does not fit the certificate: it was altered, or is none"
        case .anotherSubject: "the certificate is about somebody else, or the salt is another"
        }
    }
}

extension ErasureCertificate {
    /// What a sound certificate says.
    func statement(isBound: Bool, isKeyKnown: Bool) -> String {
        let exports =
            lastKeyExport == 0
            ? "no export of keys was made before" : "so are the exports of keys up to number \(lastKeyExport)"
        return """
            sound: \(records) records erased at \(erasedAt), \(mentions) mentions by others
            \(isBound ? "about the handle given" : "about whom, only the salt can tell")
            \(isKeyKnown ? "signed with the key expected" : "signed with \(publicKey); compare it with the one published")
            complete against older copies of the records once the copies of keys.db made before are destroyed \
            (key generation \(keyGeneration) and older), and \(exports)
            """
    }
}
