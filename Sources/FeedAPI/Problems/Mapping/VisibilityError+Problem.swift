import Disclosure
import PolicyEngine

extension VisibilityError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknownPerson: .invalidToken
        case .unknownItem: Problem(.notFound)
        case .widens: .missingScope(.visibilityWiden)
        case .unknownMember(let list): .refused(list.pointer, .namesNobody)
        case .listFull(let list): .refused(list.pointer, .listFull)
        case .consent(let error): error.problem
        }
    }
}

extension VisibilityError.MemberList {
    fileprivate var pointer: JSONPointer {
        switch self {
        case .closeFriends: .root.member("closeFriends")
        case .blocks: .root.member("blocks")
        case .mutes: .root.member("mutes")
        case .friendsSeeFrom: .root.member("friendsSeeFrom")
        }
    }
}

extension ConsentChangeError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknownClass: .refused(.root.member("classes"), .namesNothing)
        case .cannotOptIn: .refused(.root.member("classes"), .cannotOptIn)
        case .closerBelowFarther: .refused(.root.member("levels"), .closerBelowFarther)
        case .sinceInTheFuture: .refused(.root.member("sharing").member("since"), .inTheFuture)
        case .endInThePast: .refused(.root.member("privateMode").member("until"), .inThePast)
        case .minor: .refused(.root.member("sharing"), .minorsShareNothing)
        }
    }
}
