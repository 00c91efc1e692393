import Sealing

func feed(_ key: RecordKey<OpenClass>) {}

func matched(_ keys: OwnerKeys) { feed(keys.open) }
