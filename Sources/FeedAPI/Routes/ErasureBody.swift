import Disclosure

/// What a person gets who asked to be erased: a certificate, and the salt that ties it to their handle.
struct ErasureBody: Encodable {
    let certificate: ErasureCertificate
    let salt: String
}
