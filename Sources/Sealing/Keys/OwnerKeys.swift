/// The two keys of one owner, of every generation that records are sealed under at present.
///
/// Where their wrap is erased, no record of that owner opens ever again.
public final class OwnerKeys: Sendable {
    public let open: RecordKey<OpenClass>
    public let withheld: RecordKey<WithheldClass>

    init(_ material: consuming OwnerMaterial) {
        var open: [KeyRing] = []
        var withheld: [KeyRing] = []
        material.forEachPair { generation, openKey, withheldKey in
            open.append(KeyRing(openKey, keyClass: .open, generation: generation))
            withheld.append(KeyRing(withheldKey, keyClass: .withheld, generation: generation))
        }
        self.open = RecordKey(open)
        self.withheld = RecordKey(withheld)
    }

    /// The generation that new records are sealed under.
    public var generation: UInt32 { open.sealing.generation }
}
