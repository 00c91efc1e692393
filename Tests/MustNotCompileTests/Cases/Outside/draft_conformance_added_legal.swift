public import Disclosure

extension ExposedItem: @retroactive CustomStringConvertible {
    public var description: String { id }
}
