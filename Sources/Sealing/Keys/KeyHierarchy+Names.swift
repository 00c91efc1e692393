public import Domain

extension KeyHierarchy {
    /// Where a record lies.
    ///
    /// The counter has no part in it.
    public func address(of name: RecordName) -> Address {
        AddressForm(name).hash(key: addressKey).address
    }

    /// Where the wrapped keys of a person are kept.
    public func wrapAddress(of person: PersonID) -> Address {
        wrapHash(of: person).address
    }

    func wrapHash(of person: PersonID) -> AddressHash {
        AddressForm(.ownerKeys, owner: person.rawValue).hash(key: addressKey)
    }
}
