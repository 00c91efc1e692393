public import Domain

extension Reading {
    /// Whether the viewer is the owner, or in an audience of theirs or a closer one.
    ///
    /// Everybody is in the farthest one, whom the owner blocked too: nobody keeps them from looking without saying who they
    /// are.
    public func viewerBelongs(to audience: Audience, of owner: PersonID) async throws(VaultError) -> Bool {
        if audience == .everyone { return true }
        guard let head = try await head(of: owner), let closest = try await self.audience(of: viewer, for: head) else {
            return false
        }
        return closest <= audience
    }
}
