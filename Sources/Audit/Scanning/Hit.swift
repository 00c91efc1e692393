/// A needle found where nothing explains it.
struct Hit: Sendable {
    var kind: NeedleKind
    var form: NeedleForm
    var subject: UInt32
    var offset: Int
    var spot: Spot
}
