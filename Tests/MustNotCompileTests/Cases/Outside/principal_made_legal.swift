import Disclosure

private func allows(_ principal: Principal, _ scope: Scope) -> Bool { principal.allows(scope) }
