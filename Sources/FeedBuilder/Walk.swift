import Disclosure
import Domain

/// One page of a walk through what some owners let a viewer see.
struct Walk {
    let point: EnforcementPoint
    let reading: Reading
    /// What is walked through; a cursor of one query is not taken for another.
    let query: String
    let request: PageRequest

    private var binding: [UInt8] {
        withUnsafeBytes(of: reading.viewer.rawValue.littleEndian) { Array($0) } + Array(query.utf8)
    }

    func page(
        _ sources: () async throws(VaultError) -> [VisibleSource]
    ) async throws(FeedError) -> Prepared<FeedPage> {
        let state = try state()
        do {
            return try await page(try await sources(), from: state)
        } catch {
            throw .vault(error)
        }
    }

    private func state() throws(FeedError) -> WalkState {
        if let cursor = request.cursor {
            guard request.since == nil, let payload = point.cursors.opened(cursor, purpose: "cursor", boundTo: binding),
                let state = WalkState(payload: payload)
            else { throw .invalidCursor }
            return state
        }
        var since = Instant(seconds: -1)
        if let mark = request.since {
            guard let payload = point.cursors.opened(mark, purpose: "mark", boundTo: binding), payload.count == 8 else {
                throw .invalidMark
            }
            since = WalkState.instant(payload)
        }
        // Everything is released at the full minute, so within one a page is the same, byte for byte.
        return WalkState(start: Instant(seconds: reading.now.minutes * 60), since: since, after: nil)
    }

    private func page(_ sources: [VisibleSource], from state: WalkState) async throws(VaultError) -> Prepared<FeedPage>
    {
        var merge = Merge(sources, from: state)
        var items: [ExposedItem] = []
        var last = state.after
        var pending = merge.next()
        // Should an item fail to open, the page is filled up with the ones after it.
        while items.count < request.limit, pending != nil {
            var chosen: [(source: VisibleSource, reference: VisibleReference)] = []
            while chosen.count < request.limit - items.count, let candidate = pending {
                chosen.append(candidate)
                pending = merge.next()
            }
            items += try await reading.exposed(chosen).compactMap(\.self)
            last = chosen.last?.reference.position ?? last
        }
        var following = state
        following.after = last
        let mark = withUnsafeBytes(of: state.start.seconds.littleEndian) { Array($0) }
        return reading.prepared(
            FeedPage(
                items: items,
                next: pending == nil
                    ? nil : point.cursors.sealed(following.payload, purpose: "cursor", boundTo: binding),
                mark: state.after == nil ? point.cursors.sealed(mark, purpose: "mark", boundTo: binding) : nil,
                policy: reading.policyRevision))
    }
}
