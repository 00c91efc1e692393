/// The two keys of one owner.
///
/// Where their wrap is erased, no record of that owner opens ever again.
public final class OwnerKeys: Sendable {
    public let open: RecordKey<OpenClass>
    public let withheld: RecordKey<WithheldClass>

    init(open: consuming SecretKey, withheld: consuming SecretKey) {
        self.open = RecordKey(open)
        self.withheld = RecordKey(withheld)
    }
}
