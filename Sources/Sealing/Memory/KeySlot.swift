/// A place for one key.
struct KeySlot: Sendable {
    let slab: KeySlab
    let index: Int
}
