/// One field of the body or one parameter that is not acceptable.
///
/// Holds names that this program knows and a fixed text, never anything that was sent.
struct FieldError: Hashable, Sendable {
    /// Where the fault is.
    enum Location: Hashable, Sendable {
        case body(JSONPointer)
        case parameter(Parameter)
        /// Somewhere that only a word of the client's would name.
        case unnamed
    }

    let location: Location
    let fault: FieldFault

    init(_ location: Location, _ fault: FieldFault) {
        self.location = location
        self.fault = fault
    }
}
