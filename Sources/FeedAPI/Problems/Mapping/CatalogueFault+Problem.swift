import Disclosure

extension CatalogueFault: ProblemConvertible {
    var problem: Problem {
        switch self {
        case .titleMissing: Problem(.invalidFields, errors: [FieldError(.body(.root.member("title")), .missing)])
        case .classLowered(let field):
            Problem(.classLowered, errors: [FieldError(.body(field.pointer), .lowersClass)])
        }
    }
}

extension CatalogueFault.LoweringField {
    fileprivate var pointer: JSONPointer {
        switch self {
        case .category: .root.member("category")
        case .title: .root.member("title")
        case .brand: .root.member("brand")
        }
    }
}
