package import Disclosure
import Domain
import HeapModule

/// Merges what several owners let a viewer see into one order, newest first.
package struct Merge {
    private struct Head: Comparable {
        let position: FeedPosition
        let source: UInt32
        let index: UInt32

        static func < (left: Head, right: Head) -> Bool {
            left.position == right.position ? left.source < right.source : left.position < right.position
        }
    }

    private let sources: [VisibleSource]
    private let state: WalkState
    private var heap: Heap<Head>

    /// Starts after the walk's last item.
    package init(_ sources: [VisibleSource], from state: WalkState) {
        self.sources = sources
        self.state = state
        var heads: [Head] = []
        heads.reserveCapacity(sources.count)
        for number in sources.indices {
            let start = state.after.map { sources[number].references.firstIndex(after: $0) } ?? 0
            if let head = Self.head(sources, number, from: start, state) { heads.append(head) }
        }
        heap = Heap(heads)
    }

    package mutating func next() -> (source: VisibleSource, reference: VisibleReference)? {
        guard let head = heap.min else { return nil }
        let (number, index) = (Int(head.source), Int(head.index))
        if let following = Self.head(sources, number, from: index + 1, state) {
            heap.replaceMin(with: following)
        } else {
            heap.removeMin()
        }
        return (sources[number], sources[number].references[index])
    }

    /// Reads the lists where they are: a copy of each would take longer than the merge.
    private static func head(_ sources: [VisibleSource], _ number: Int, from start: Int, _ state: WalkState) -> Head? {
        var index = start
        while index < sources[number].references.count {
            let reference = sources[number].references[index]
            // What is done in the open is seen before its minute has ended: it counts as released at the end, so that nothing
            // done in the minute of a mark is missed.
            let release = Int64(max(reference.releaseMinute, reference.sortMinute)) * 60
            if release > state.since.seconds, sources[number].window.admits(reference, asOf: state.start) {
                return Head(position: reference.position, source: UInt32(number), index: UInt32(index))
            }
            index += 1
        }
        return nil
    }
}

extension [VisibleReference] {
    /// The index of the first reference that comes after a place; the list is sorted.
    fileprivate func firstIndex(after position: FeedPosition) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if self[middle].position <= position { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
