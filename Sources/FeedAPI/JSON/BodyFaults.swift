/// The faults found so far in one body.
final class BodyFaults {
    private(set) var errors: [FieldError] = []

    func note(_ fault: FieldFault, at pointer: JSONPointer) {
        if errors.count < Problem.maximumErrors {
            errors.append(FieldError(.body(pointer), fault))
        }
    }
}
