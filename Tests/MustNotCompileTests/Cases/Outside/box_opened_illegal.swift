import Domain
import Sealing

func opened(_ keys: KeyHierarchy, _ box: SealedBox, _ name: RecordName, _ owner: OwnerKeys) throws -> Plaintext {
    // expect: 'open' is inaccessible due to '@_spi' protection level
    try keys.open(box, as: name, with: owner.open)
}

func sealed(_ keys: KeyHierarchy, _ name: RecordName) -> SealedBox {
    // expect: 'seal' is inaccessible due to '@_spi' protection level
    keys.seal([1], as: name, with: keys.serviceKey)
}

func read(_ key: RecordKey<OpenClass>) {
    // expect: 'ring' is inaccessible due to 'internal' protection level
    _ = key.ring
}
