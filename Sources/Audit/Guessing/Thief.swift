import Domain

/// Whoever has the files and no key, trying to learn something from sizes, places and neighbours.
struct Thief {
    private struct Known {
        let box: SeenBox
        let truth: BoxTruth
        /// The sizes of the boxes before and behind it.
        let neighbours: (Int, Int)
    }

    private let known: [Known]
    private let pageNeighbours: [(BoxTruth, BoxTruth)]

    /// Precondition: the boxes are in the order of their addresses.
    init(boxes: [SeenBox], truths: [Address: BoxTruth]) {
        known = boxes.indices.compactMap { index in
            truths[boxes[index].address].map {
                Known(
                    box: boxes[index], truth: $0,
                    neighbours: (
                        index > 0 ? boxes[index - 1].byteCount : 0,
                        index + 1 < boxes.count ? boxes[index + 1].byteCount : 0
                    ))
            }
        }
        // The first box of each page, in the order in which the pages were added to the file.
        var first: [Int: BoxTruth] = [:]
        for entry in known where first[entry.box.page] == nil { first[entry.box.page] = entry.truth }
        let pages = first.sorted { $0.key < $1.key }.map(\.value)
        pageNeighbours = Array(zip(pages, pages.dropFirst()))
    }

    func attempts() -> [Attempt] {
        let details = known.filter { $0.truth.kind == .details }
        let owned = known.filter { $0.truth.kind == .details || $0.truth.kind == .segment }
        return [
            attempt("class of a purchase from the size of its box", details, \.box.byteCount) { $0.truth.classCode },
            attempt("class of a purchase from the sizes around it", details, Self.sizes) { $0.truth.classCode },
            attempt("category of a purchase from the size of its box", details, \.box.byteCount) { $0.truth.category },
            attempt("category of a purchase from the sizes around it", details, Self.sizes) { $0.truth.category },
            attempt("open or withheld from the size of the box", owned, \.box.byteCount) {
                $0.truth.isWithheld ? 1 : 0
            },
            attempt("open or withheld from the sizes around it", owned, Self.sizes) { $0.truth.isWithheld ? 1 : 0 },
            attempt("open or withheld from the page", owned, \.box.page) { $0.truth.isWithheld ? 1 : 0 },
            attempt("whose a box is from the page it lies on", owned, \.box.page) { $0.truth.owner.map(Int.init) },
            attempt("whose a box is from its size", owned, \.box.byteCount) { $0.truth.owner.map(Int.init) },
            ties(
                "two boxes of one person: next to each other",
                Array(zip(known, known.dropFirst()).map { ($0.truth, $1.truth) })),
            ties("two boxes of one person: of one size and next to each other", Self.pairsOfOneSize(known)),
            ties("two boxes of one person: on pages that came one after the other", pageNeighbours),
        ]
    }

    private static func sizes(_ entry: Known) -> Int {
        (entry.box.byteCount &* 1_000_003 &+ entry.neighbours.0) &* 1_000_003 &+ entry.neighbours.1
    }

    private func attempt(
        _ name: String, _ entries: [Known], _ seen: (Known) -> Int, _ truth: (Known) -> Int?
    ) -> Attempt {
        Guesser.attempt(
            name,
            entries.compactMap { entry in
                truth(entry).map {
                    // The address is a keyed hash, so that its last bit is as good as a coin.
                    Guesser.Example(
                        seen: seen(entry), truth: $0, isForTraining: entry.box.address.low & 1 == 0)
                }
            })
    }

    /// How often two boxes that lie beside each other in some way are one person's, beside any two boxes.
    private func ties(_ name: String, _ pairs: [(BoxTruth, BoxTruth)]) -> Attempt {
        let owned = pairs.filter { $0.0.owner != nil && $0.1.owner != nil }
        // Of boxes as often as they occur in the pairs, as some sizes are more one person's than others.
        var counts: [UInt32: Int] = [:]
        for pair in owned {
            for truth in [pair.0, pair.1] { if let owner = truth.owner { counts[owner, default: 0] += 1 } }
        }
        let total = Double(owned.count * 2)
        let base = total == 0 ? 0 : counts.values.reduce(0) { $0 + Double($1) / total * (Double($1) / total) }
        let same = owned.count { $0.0.owner == $0.1.owner }
        return Attempt(name: name, tested: owned.count, baseRate: base, rate: Attempt.share(same, owned.count))
    }

    private static func pairsOfOneSize(_ known: [Known]) -> [(BoxTruth, BoxTruth)] {
        var last: [Int: BoxTruth] = [:]
        var pairs: [(BoxTruth, BoxTruth)] = []
        for entry in known {
            if let before = last.updateValue(entry.truth, forKey: entry.box.byteCount) {
                pairs.append((before, entry.truth))
            }
        }
        return pairs
    }
}
