import Disclosure

extension PeopleError: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .unknownPerson, .notFriends: Problem(.refusedChange, errors: [FieldError(.unnamed, .namesNobody)])
        case .samePerson: .refused(.friend, .samePerson)
        case .tooManyFriends, .tooManyBlocks: Problem(.refusedChange, errors: [FieldError(.unnamed, .listFull)])
        case .invalidName: Problem(.invalidFields, errors: [FieldError(.body(.root.member("name")), .malformed)])
        case .nameMissing: Problem(.invalidFields, errors: [FieldError(.body(.root.member("name")), .missing)])
        case .numberTaken: .retry(.unavailable, afterSeconds: 1)
        }
    }
}
