/// A frame from the server: a byte that says what it is, then the payload.
enum Answer: Hashable {
    case progress([UInt8])
    case result([UInt8])
    case failure([UInt8])

    private static let progressTag: UInt8 = 1
    private static let resultTag: UInt8 = 2
    private static let failureTag: UInt8 = 3

    init(frame: [UInt8]) throws(ControlError) {
        let payload = Array(frame.dropFirst())
        switch frame.first {
        case Self.progressTag: self = .progress(payload)
        case Self.resultTag: self = .result(payload)
        case Self.failureTag: self = .failure(payload)
        default: throw .malformedFrame
        }
    }

    var frame: [UInt8] {
        switch self {
        case .progress(let payload): [Self.progressTag] + payload
        case .result(let payload): [Self.resultTag] + payload
        case .failure(let payload): [Self.failureTag] + payload
        }
    }
}
