/// Something that is asked in both worlds.
///
/// What it asks for may depend on the answers so far, in either world on its own.
struct PlannedRequest: Hashable, Sendable {
    enum Question: Hashable, Sendable {
        /// The feed, page by page, to its end.
        case walk(limit: Int)
        /// What was released since the asker's last mark.
        case poll
        case visibleItem(Int)
        case absentItem(Int)
        case hiddenItem(Int)
        case purchases(of: String, limit: Int)
        case shop(of: String)
        case activity(of: String)
        case badCursor(String)
        /// The other reader's cursor, and one's own for something else.
        case foreignCursor
        /// How the asker's own things look to the viewer.
        case viewAs(String, of: String)
        case plain(method: String, path: String)
    }

    let moment: Int
    let asker: String
    let question: Question

    /// Whose view the answer shows.
    var eyes: String {
        if case .viewAs(let eyes, _) = question { return eyes }
        return asker
    }
}
