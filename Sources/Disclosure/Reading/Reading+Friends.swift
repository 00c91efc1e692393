import Domain

extension Reading {
    /// Heads of so many friends are held at once: each may have as many friends as the viewer, and more.
    static let headsAtOnce = 64

    /// What the viewer's friends let the viewer see; muted and blocked ones left out.
    ///
    /// Who may show what is remembered from one reading to the next, so that only friends who changed are looked at. Everybody
    /// is noted before anything of theirs is read.
    public func friendSources() async throws(VaultError) -> [VisibleSource] {
        guard let viewerHead = try await head(of: viewer) else { return [] }
        let generation = heads[viewer]??.generation ?? 0
        let former = point.circles[viewer].flatMap { $0.viewerGeneration == generation ? $0 : nil }
        let people = former?.people ?? viewerHead.friends.keys.sorted()
        let faces = point.vault.gate.faces(of: people)
        snapshot.note(people, faces: faces)
        var members = former?.members ?? Array(repeating: nil, count: people.count)
        var lists = point.lists.kept(of: people)
        for (index, stand) in point.vault.gate.generations(of: people).enumerated() {
            if let known = lists[index], !known.isGood(stand, rulebook, now) { lists[index] = nil }
        }
        let isNew = { (index: Int) in former?.faces[index] != faces[index] }
        let asked = people.indices.filter { isNew($0) || members[$0] != nil && lists[$0] == nil }
        for start in stride(from: 0, to: asked.count, by: Self.headsAtOnce) {
            let part = asked[start..<min(start + Self.headsAtOnce, asked.count)]
            for (index, owner) in zip(part, try await point.vault.heads(of: part.map { people[$0] })) {
                if isNew(index) { members[index] = FriendCircle.member(owner?.value, for: viewerHead) }
                guard let owner, members[index] != nil, lists[index] == nil else { continue }
                lists[index] = try await point.visibleLists(
                    of: owner.value, generation: owner.generation, rulebook: rulebook, now: now)
            }
        }
        if former?.faces != faces {
            let circle = FriendCircle(viewerGeneration: generation, people: people, faces: faces, members: members)
            point.circles.insert(circle, for: viewer, weight: 256 + 64 * people.count)
        }
        var sources: [VisibleSource] = []
        sources.reserveCapacity(people.count)
        for (lists, member) in zip(lists, members) {
            guard let lists, let member else { continue }
            sources.append(
                VisibleSource(
                    lists: lists, audience: member.audience, visibleFrom: member.visibleFrom, kinds: nil))
        }
        return sources
    }
}
