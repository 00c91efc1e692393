public import Disclosure

// expect: type 'PurchaseDraft' does not conform to protocol 'Copyable'
extension PurchaseDraft: @retroactive Encodable {
    public func encode(to encoder: any Encoder) throws {}
}

// expect: type 'PurchaseDraft' does not conform to protocol 'Copyable'
extension PurchaseDraft: @retroactive CustomStringConvertible {
    public var description: String { "" }
}
