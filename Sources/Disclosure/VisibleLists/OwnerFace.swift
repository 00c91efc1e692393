import Domain

/// What is told of an owner beside everything that is shown of them.
final class OwnerFace: Sendable {
    let id: PersonID
    let actor: ExposedItem.Actor
    let isMinor: Bool

    init(_ head: Head) {
        id = head.id
        actor = ExposedItem.Actor(handle: head.handle.text, name: head.name)
        isMinor = head.isMinor
    }
}
