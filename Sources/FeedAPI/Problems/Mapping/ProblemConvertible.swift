/// An error of a module below that says, case by case, what it is answered with.
protocol ProblemConvertible: Error {
    var problem: Problem { get }
}

extension Problem {
    /// A change that the state of things does not admit, because of one field.
    static func refused(_ pointer: JSONPointer, _ fault: FieldFault) -> Problem {
        Problem(.refusedChange, errors: [FieldError(.body(pointer), fault)])
    }

    /// A change that the state of things does not admit, because of one part of the path.
    static func refused(_ parameter: Parameter, _ fault: FieldFault) -> Problem {
        Problem(.refusedChange, errors: [FieldError(.parameter(parameter), fault)])
    }

    /// Something that is in the way.
    static func conflict(_ fault: FieldFault) -> Problem {
        Problem(.conflict, errors: [FieldError(.unnamed, fault)])
    }
}
