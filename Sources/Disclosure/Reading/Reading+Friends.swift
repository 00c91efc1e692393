import Domain

extension Reading {
    /// What the viewer's friends let the viewer see; muted and blocked ones left out.
    ///
    /// Who may show what is remembered from one reading to the next, so that only friends who changed are looked at.
    public func friendSources() async throws(VaultError) -> [VisibleSource] {
        guard let circle = try await circle() else { return [] }
        let kept = point.lists.kept(of: circle.people)
        let stands = point.vault.gate.generations(of: circle.people)
        var sources: [VisibleSource] = []
        sources.reserveCapacity(circle.people.count)
        for (index, member) in circle.members.enumerated() {
            guard let member else { continue }
            var lists = kept[index]
            if let known = lists, !known.isGood(stands[index], rulebook, now) { lists = nil }
            if lists == nil, let head = try await head(of: circle.people[index]) {
                lists = try await self.lists(of: head)
            }
            guard let lists else { continue }
            sources.append(
                VisibleSource(
                    lists: lists, audience: member.audience, visibleFrom: member.visibleFrom, kinds: nil))
        }
        return sources
    }

    /// Notes everybody in it, before anything of theirs is read.
    private func circle() async throws(VaultError) -> FriendCircle? {
        guard let viewerHead = try await head(of: viewer) else { return nil }
        let generation = heads[viewer]??.generation ?? 0
        let former = point.circles[viewer].flatMap { $0.viewerGeneration == generation ? $0 : nil }
        let people = former?.people ?? viewerHead.friends.keys.sorted()
        let faces = point.vault.gate.faces(of: people)
        snapshot.note(people, faces: faces)
        if let former, former.faces == faces { return former }
        var members = former?.members ?? Array(repeating: nil, count: people.count)
        let changed = people.indices.filter { former?.faces[$0] != faces[$0] }
        for (index, owner) in zip(changed, try await point.vault.heads(of: changed.map { people[$0] })) {
            members[index] = FriendCircle.member(owner?.value, for: viewerHead)
        }
        let circle = FriendCircle(viewerGeneration: generation, people: people, faces: faces, members: members)
        point.circles.insert(circle, for: viewer, weight: 256 + 64 * people.count)
        return circle
    }
}
