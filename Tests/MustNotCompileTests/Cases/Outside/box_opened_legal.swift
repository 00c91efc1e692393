import Domain
@_spi(EnforcementPoint) import Sealing

private func opened(_ keys: KeyHierarchy, _ box: SealedBox, _ name: RecordName, _ owner: OwnerKeys) throws -> Plaintext
{
    try keys.open(box, as: name, with: owner.open)
}

private func sealed(_ keys: KeyHierarchy, _ name: RecordName) -> SealedBox {
    keys.seal([1], as: name, with: keys.serviceKey)
}
