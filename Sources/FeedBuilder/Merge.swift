package import Disclosure
import Domain
import HeapModule

/// Merges what several owners let a viewer see into one order, newest first.
package struct Merge {
    private struct Head: Comparable {
        let position: FeedPosition
        let source: Int
        let index: Int

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
        for (number, source) in sources.enumerated() {
            let start = state.after.map { source.references.firstIndex(after: $0) } ?? 0
            if let head = Self.head(source, number, from: start, state) { heads.append(head) }
        }
        heap = Heap(heads)
    }

    package mutating func next() -> (source: VisibleSource, reference: VisibleReference)? {
        guard let head = heap.popMin() else { return nil }
        let source = sources[head.source]
        if let following = Self.head(source, head.source, from: head.index + 1, state) { heap.insert(following) }
        return (source, source.references[head.index])
    }

    private static func head(_ source: VisibleSource, _ number: Int, from start: Int, _ state: WalkState) -> Head? {
        let references = source.references
        var index = start
        while index < references.count {
            let reference = references[index]
            // What is done in the open is seen before its minute has ended: it counts as released at the end, so that nothing
            // done in the minute of a mark is missed.
            let release = Int64(max(reference.releaseMinute, reference.sortMinute)) * 60
            if source.admits(reference, asOf: state.start), release > state.since.seconds {
                return Head(position: reference.position, source: number, index: index)
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
