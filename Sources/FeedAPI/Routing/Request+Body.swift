import HTTPTypes
import Hummingbird

extension Request {
    /// Refuses a body where none is read.
    func refuseBody() throws(Problem) {
        guard headers[.transferEncoding] == nil, headers[.contentLength].map({ $0 == "0" }) ?? true else {
            throw Problem(.malformedBody, errors: [FieldError(.unnamed, .bodyNotTaken)])
        }
    }
}
