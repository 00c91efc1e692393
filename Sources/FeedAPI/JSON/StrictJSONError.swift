/// Why a text is not taken for JSON.
enum StrictJSONError: Error, Hashable {
    case notUTF8, syntax, tooDeep, duplicateMember, trailingBytes

    var problem: Problem {
        let fault: FieldFault =
            switch self {
            case .notUTF8: .bodyNotUTF8
            case .syntax: .bodyNotJSON
            case .tooDeep: .bodyTooDeep
            case .duplicateMember: .bodyHasDuplicates
            case .trailingBytes: .bodyHasTrailingBytes
            }
        return Problem(.malformedBody, errors: [FieldError(.unnamed, fault)])
    }
}
