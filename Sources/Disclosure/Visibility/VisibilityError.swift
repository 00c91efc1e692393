import Domain
public import PolicyEngine

/// Why a change of visibility is refused; nothing was changed.
public enum VisibilityError: Error, Equatable, Sendable {
    case unknownPerson
    /// A handle of the patch names nobody, or somebody whom this list cannot hold.
    case unknownMember(list: MemberList)
    case listFull(list: MemberList)
    case consent(ConsentChangeError)
    /// It would show somebody more, and the token may only narrow.
    case widens
    /// No such item of this person's.
    case unknownItem

    public enum MemberList: String, Sendable {
        case closeFriends, blocks, mutes, friendsSeeFrom
    }
}
