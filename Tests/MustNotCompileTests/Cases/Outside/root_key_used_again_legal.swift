import Domain
import Sealing

private func once(_ root: consuming RootKey, _ seed: SealedBox, _ random: any RandomSource) throws -> KeyHierarchy {
    try KeyHierarchy(root: root, wrappedSeed: seed, random: random)
}
