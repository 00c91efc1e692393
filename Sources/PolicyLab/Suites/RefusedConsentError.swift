import Domain
import PolicyEngine

/// Somebody of a suite agreed to what a policy does not let anybody agree to.
struct RefusedConsentError: Error {
    let owner: Handle
    let reason: ConsentChangeError

    /// Why, as a report says it.
    func description(_ policy: Policy) -> String {
        switch reason {
        case .unknownClass: "the policy lacks a class that is opted in"
        case .cannotOptIn(let code):
            "the class `\(policy.sensitivityClass(code)?.id ?? "unknown")` cannot be opted in"
        case .closerBelowFarther(let closer, let farther, let tier):
            "`\(closer.name)` would see less of tier `\(tier.name)` than the farther `\(farther.name)`"
        case .sinceInTheFuture: "sharing begins in the future"
        case .endInThePast: "private mode ends in the past"
        case .minor: "a minor shares nothing"
        }
    }
}
