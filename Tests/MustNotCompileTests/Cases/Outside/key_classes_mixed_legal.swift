import Sealing

private func feed(_ key: RecordKey<OpenClass>) {}

private func matched(_ keys: OwnerKeys) { feed(keys.open) }
