import Domain
import Sealing

// expect: 'root' consumed more than once
func twice(_ root: consuming RootKey, _ seed: SealedBox, _ random: any RandomSource) throws -> [KeyHierarchy] {
    let first = try KeyHierarchy(root: root, wrappedSeed: seed, random: random)
    let second = try KeyHierarchy(root: root, wrappedSeed: seed, random: random)
    return [first, second]
}
