import Domain
import Synchronization

/// Keeps what was exposed, so that it is opened and written once, however many see it.
///
/// Kept by owner and not by viewer, and bounded: who walks through much once pushes out what nobody asked for
/// again. What depends on the viewer is in the key, or the item is not kept.
final class ExposureKeeper: Sendable {
    /// What an exposed item follows from, beside its owner's face and the rulebook.
    struct Key: Hashable {
        let reference: VisibleReference
        /// Whether a pick is shown as bought.
        let isBought: Bool
        /// Of the lists that an activity is named in; of a purchase how many ends of openings are to come, as nothing else
        /// changes it in its place.
        let generation: UInt64
    }

    /// Of one owner.
    private final class Exposures: Sendable {
        let rulebookVersion: UInt64
        let actor: ExposedItem.Actor
        private let items = Mutex<[Key: ExposedItem]>([:])

        init(_ face: OwnerFace, _ rulebook: Rulebook) {
            rulebookVersion = rulebook.version
            actor = face.actor
        }

        subscript(key: Key) -> ExposedItem? { items.withLock { $0[key] } }

        func isGood(_ face: OwnerFace, _ rulebook: Rulebook) -> Bool {
            rulebookVersion == rulebook.version && actor == face.actor
        }

        /// Says how many there are.
        func keep(_ item: ExposedItem, _ key: Key) -> Int {
            items.withLock { items in
                items[key] = item
                return items.count
            }
        }
    }

    private let kept: BoundedCache<PersonID, Exposures>
    /// With how it is written.
    private static let bytesAnItem = 1 << 10

    init(limit: Int) {
        kept = BoundedCache(limit: limit)
    }

    func item(_ key: Key, of face: OwnerFace, _ rulebook: Rulebook) -> ExposedItem? {
        guard let exposures = kept[face.id], exposures.isGood(face, rulebook) else { return nil }
        return exposures[key]
    }

    func keep(_ item: ExposedItem, _ key: Key, of face: OwnerFace, _ rulebook: Rulebook) {
        kept.update(face.id) { former in
            let exposures = former.flatMap { $0.isGood(face, rulebook) ? $0 : nil } ?? Exposures(face, rulebook)
            return (exposures, exposures.keep(item, key) * Self.bytesAnItem)
        }
    }

    /// Forgets what was exposed of a person.
    func forget(_ person: PersonID) { kept.remove(person) }
}
