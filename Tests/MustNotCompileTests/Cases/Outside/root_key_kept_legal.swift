import Sealing

private func made() throws -> RootKey { try RootKey.generate() }
