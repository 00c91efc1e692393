/// Why a change of people or relations is refused.
public enum PeopleError: Error, Equatable, Sendable {
    case unknownPerson
    case notFriends
    case samePerson
    case tooManyFriends
    case tooManyBlocks
    case invalidName
    /// A new person has no name.
    case nameMissing
    /// The person number drawn is taken; try again.
    case numberTaken
}
