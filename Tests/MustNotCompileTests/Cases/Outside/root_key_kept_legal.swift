import Sealing

func made() throws -> RootKey { try RootKey.generate() }
