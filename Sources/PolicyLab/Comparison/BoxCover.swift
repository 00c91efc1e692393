/// Puts cells of a many-sided space together into few boxes, so that a person can read them.
///
/// Greedy: from the first cell not covered yet a box is grown, side by side, to all values that stay within the cells; of
/// the boxes that different orders of the sides give the one is taken that covers most. Boxes may overlap, and together
/// they are exactly the cells.
struct BoxCover {
    /// The values that a box has on each side.
    typealias Box = [[Int]]

    let sizes: [Int]
    private let strides: [Int]

    init(sizes: [Int]) {
        self.sizes = sizes
        var strides = [Int](repeating: 1, count: sizes.count)
        for side in sizes.indices.dropLast().reversed() { strides[side] = strides[side + 1] * sizes[side + 1] }
        self.strides = strides
    }

    /// The boxes that cover the given cells, which rise.
    func boxes(covering cells: [Int]) -> [Box] {
        var isMember = [Bool](repeating: false, count: sizes.reduce(1, *))
        for cell in cells { isMember[cell] = true }
        var isOpen = isMember
        var boxes: [Box] = []
        for cell in cells where isOpen[cell] {
            var best: (box: Box, gain: Int)?
            for first in sizes.indices {
                let box = grown(from: cell, first: first) { isMember[$0] }
                let gain = self.cells(of: box).count { isOpen[$0] }
                if gain > best?.gain ?? 0 { best = (box, gain) }
            }
            guard let best else { continue }
            for covered in self.cells(of: best.box) { isOpen[covered] = false }
            boxes.append(best.box)
        }
        return boxes
    }

    private func grown(from cell: Int, first: Int, _ isMember: (Int) -> Bool) -> Box {
        var box = sizes.indices.map { [cell / strides[$0] % sizes[$0]] }
        for turn in sizes.indices {
            let side = (first + turn) % sizes.count
            let own = box[side]
            box[side] = (0..<sizes[side]).filter { value in
                if own == [value] { return true }
                var slice = box
                slice[side] = [value]
                return cells(of: slice).allSatisfy(isMember)
            }
        }
        return box
    }

    /// The cells in a box.
    func cells(of box: Box) -> [Int] {
        var cells = [0]
        for (side, values) in box.enumerated() {
            cells = cells.flatMap { cell in values.map { cell + $0 * strides[side] } }
        }
        return cells
    }
}
