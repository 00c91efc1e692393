import Disclosure

extension VaultError: ProblemConvertible {
    var problem: Problem { .retry(.unavailable, afterSeconds: 1) }
}
