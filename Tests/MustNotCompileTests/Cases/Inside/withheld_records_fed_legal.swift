import Sealing

private func feed(_ records: OwnerRecords<OpenClass>) {}

private func fed(_ vault: Vault) { feed(OwnerRecords(open: vault)) }
