public import Domain
public import Storage
import Synchronization

/// Sealed records, catalogue and policy revisions in memory, with the promises of the protocols but for durability.
public final class InMemoryStore: Sendable {
    private struct State {
        var boxes: [Address: SealedBox] = [:]
        var categories = NumberedEntries<CategoryDraft>()
        var products = NumberedEntries<ProductDraft>()
        var keptClasses: [ProductID: ClassCode] = [:]
        var revisions: [StoredRevision] = []
        var loads: [StoredLoad] = []
        var raises: [(number: Int, raise: StoredRaise)] = []
        var raiseCount = 0
    }

    private let state = Mutex(State())

    public init() {}
}

extension InMemoryStore: SealedStore {
    public func boxes(at addresses: [Address]) async throws(StorageError) -> [SealedBox?] {
        state.withLock { state in addresses.map { state.boxes[$0] } }
    }

    public func commit(_ batch: SealedBatch) async throws(StorageError) {
        state.withLock { state in
            for (address, box) in batch.writes { state.boxes[address] = box }
        }
    }

    public func count() async throws(StorageError) -> Int {
        state.withLock { $0.boxes.count }
    }

    public func count(notBeginningWith header: [UInt8]) async throws(StorageError) -> Int {
        state.withLock { $0.boxes.values.count { !$0.bytes.starts(with: header) } }
    }

    public func addresses(notBeginningWith header: [UInt8]) async throws(StorageError) -> [Address] {
        state.withLock { $0.boxes.filter { !$0.value.bytes.starts(with: header) }.map(\.key) }
    }

    public func boxes(
        ofByteCount byteCount: Int, after address: Address?, limit: Int
    ) async throws(StorageError) -> [(address: Address, box: SealedBox)] {
        state.withLock { $0.boxes.page(ofByteCount: byteCount, after: address, limit: limit) }
    }
}

extension InMemoryStore: CatalogueStore {
    public func categories() async throws(StorageError) -> [Category] {
        state.withLock { $0.categories.listed.map(Category.init) }
    }

    public func replaceCategories(_ drafts: [CategoryDraft]) async throws(StorageError) -> [Category] {
        state.withLock { state in
            state.categories.removeAll()
            for draft in drafts { state.categories.put(draft, id: draft.id) }
            return state.categories.listed.map(Category.init)
        }
    }

    public func products() async throws(StorageError) -> [Product] {
        state.withLock { $0.products.listed.map { Product($0.draft, number: $0.number) } }
    }

    public func putProducts(_ drafts: [ProductDraft]) async throws(StorageError) -> [Product] {
        state.withLock { state in
            drafts.map { Product($0, number: state.products.put($0, id: $0.id.text)) }
        }
    }

    public func removedProducts() async throws(StorageError) -> [ProductID: UInt32] {
        let removed = state.withLock(\.products.removed).compactMap { id, number in ProductID(id).map { ($0, number) } }
        return Dictionary(uniqueKeysWithValues: removed)
    }

    public func removedCategories() async throws(StorageError) -> [String: UInt32] {
        state.withLock(\.categories.removed)
    }

    public func deleteProduct(_ id: ProductID) async throws(StorageError) {
        state.withLock { $0.products.remove(id: id.text) }
    }

    public func keptClasses() async throws(StorageError) -> [ProductID: ClassCode] {
        state.withLock { $0.keptClasses }
    }

    public func keepClasses(_ classes: [ProductID: ClassCode?]) async throws(StorageError) {
        state.withLock { state in
            for (id, code) in classes { state.keptClasses[id] = code }
        }
    }
}

extension InMemoryStore: PolicyStore {
    public func revisions() async throws(StorageError) -> [StoredRevision] {
        state.withLock { $0.revisions }
    }

    public func appendRevision(_ revision: StoredRevision) async throws(StorageError) -> Int {
        state.withLock { state in
            if let known = state.revisions.firstIndex(where: { $0.name == revision.name }) {
                if state.revisions[known].table.isEmpty { state.revisions[known] = revision }
                return known
            }
            state.revisions.append(revision)
            return state.revisions.count - 1
        }
    }

    public func loads() async throws(StorageError) -> [StoredLoad] {
        state.withLock { $0.loads }
    }

    public func appendLoad(_ load: StoredLoad) async throws(StorageError) {
        state.withLock { $0.loads.append(load) }
    }

    public func raises() async throws(StorageError) -> [(number: Int, raise: StoredRaise)] {
        state.withLock { $0.raises }
    }

    public func appendRaise(_ raise: StoredRaise) async throws(StorageError) -> Int {
        state.withLock { state in
            state.raiseCount += 1
            state.raises.append((state.raiseCount, raise))
            return state.raiseCount
        }
    }

    public func removeRaises(endedBy now: Instant) async throws(StorageError) {
        state.withLock { state in state.raises.removeAll { $0.raise.until <= now } }
    }
}

extension Category {
    fileprivate init(number: UInt32, draft: CategoryDraft) {
        self.init(number: number, id: draft.id, parentID: draft.parentID, name: draft.name)
    }
}
