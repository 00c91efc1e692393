import Sealing

private func feed(_ records: OwnerRecords<OpenClass>) {}

private func fed(_ vault: Vault) {
    // expect: type 'OwnerRecords<WithheldClass>' to expected argument type 'OwnerRecords<OpenClass>'
    feed(OwnerRecords(withheld: vault))
    // expect: requires the types 'OpenClass' and 'WithheldClass' be equivalent
    feed(OwnerRecords<OpenClass>(withheld: vault))
    // expect: requires the types 'WithheldClass' and 'OpenClass' be equivalent
    _ = OwnerRecords<WithheldClass>(open: vault)
}
