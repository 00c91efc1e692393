/// The inputs of one block whose values lie in a list on every axis.
struct InputBox {
    let block: InputBlock
    /// By axis.
    var values: [[Int]]

    var isEmpty: Bool { values.contains(where: \.isEmpty) }

    /// The same inputs as far as they have one value on an axis.
    func at(_ axis: InputAxis, _ value: Int) -> InputBox {
        var box = self
        box.values[axis.rawValue] = [value]
        return box
    }

    /// Visits the number of every input.
    func forEach(_ visit: (Int) -> Void) {
        let inner = offsets(InputAxis.settings)
        for outer in offsets(InputAxis.facts) {
            for offset in inner { visit(block.base + outer + offset) }
        }
    }

    private func offsets(_ axes: Range<Int>) -> [Int] {
        axes.reduce([0]) { offsets, axis in
            let stride = block.strides[axis]
            return offsets.flatMap { offset in values[axis].map { offset + $0 * stride } }
        }
    }
}
