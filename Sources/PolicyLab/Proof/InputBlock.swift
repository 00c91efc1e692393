import Domain

/// The inputs of some kinds of activity, numbered from `base` on, the last axis running fastest.
struct InputBlock {
    let base: Int
    let kinds: [ActivityKind]
    /// How many values each axis has.
    let sizes: [Int]
    /// How far apart neighbours on an axis are.
    let strides: [Int]
    let count: Int

    init(base: Int, kinds: [ActivityKind], sizes: [Int]) {
        self.base = base
        self.kinds = kinds
        self.sizes = sizes
        var strides = [Int](repeating: 1, count: sizes.count)
        for axis in sizes.indices.dropLast().reversed() { strides[axis] = strides[axis + 1] * sizes[axis + 1] }
        self.strides = strides
        count = sizes.reduce(1, *)
    }

    func value(_ axis: InputAxis, of index: Int) -> Int {
        (index - base) / strides[axis.rawValue] % sizes[axis.rawValue]
    }
}
