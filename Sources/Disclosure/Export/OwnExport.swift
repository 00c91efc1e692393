public import Domain
import PolicyEngine
import Storage

/// Gathers everything held about a person, for that person.
public struct OwnExport: Sendable {
    let point: EnforcementPoint
    private var vault: Vault { point.vault }

    init(point: EnforcementPoint) {
        self.point = point
    }

    /// Everything, of one state; nothing when there is no such person.
    public func records(of person: PersonID) async throws(VaultError) -> Prepared<OwnRecords>? {
        let reading = point.reading(for: person)
        guard let head = try await reading.head(of: person),
            let visibility = try await point.visibility.settings(reading)
        else { return nil }
        let ledger: OwnPurchasePage
        do {
            ledger = try await point.ledger.page(of: person, limit: Int.max, cursor: nil).value
        } catch {
            switch error {
            case .vault(let error): throw error
            case .invalidCursor: throw .unreadable
            }
        }
        let friends = try await reading.friends()
        let relations = relations(of: head, friends)
        let listed = Set(relations.friends.map(\.handle))
        let handles = Dictionary(friends.map { ($0.id, $0.handle.text) }) { first, _ in first }
        let records = OwnRecords(
            account: OwnAccount(
                profile: OwnAccount.Profile(
                    handle: head.handle.text, name: head.name, zone: head.zone.identifier, minor: head.isMinor),
                relations: relations, consent: consent(of: head),
                tokens: try await tokens(of: person)),
            visibility: visibility, history: try await point.visibility.history(reading),
            purchases: ledger.items.map { $0.namingShops(of: listed) },
            remains: try await point.ledger.remains(of: head), figures: try await figures(of: head, friends: handles),
            policyRevision: point.rulebook.policy.revision,
            at: vault.clock.now)
        return reading.prepared(records)
    }

    private func relations(of head: Head, _ friends: [Head]) -> OwnAccount.Relations {
        let listed = friends.compactMap { other in
            head.friends[other.id].map {
                OwnAccount.Friend(
                    handle: other.handle.text, close: $0.isClose, seesFrom: $0.visibleFrom.description)
            }
        }
        return OwnAccount.Relations(
            friends: listed.sorted { $0.handle < $1.handle }, blocks: head.blocks.handles.map(\.text),
            mutes: head.mutes.handles.map(\.text))
    }

    private func consent(of head: Head) -> OwnAccount.Consented {
        let policy = point.rulebook.policy
        func stamp(_ stamp: ConsentStamp) -> OwnAccount.Consented.Stamp {
            OwnAccount.Consented.Stamp(at: stamp.at.description, revision: Int(stamp.revision))
        }
        let consent = head.consent
        let classes = consent.classes.map { code, given in
            (policy.sensitivityClass(code)?.id ?? "class-\(code.rawValue)", stamp(given))
        }
        return OwnAccount.Consented(
            sharing: consent.sharing.map { stamp($0.stamp) }, since: consent.sharing?.since.description,
            classes: Dictionary(classes) { first, _ in first },
            levels: Consent.Setting.all.compactMap { setting in
                consent.choices[setting].map { choice in
                    OwnAccount.Consented.Choice(
                        audience: setting.audience.name, tier: setting.tier.name, level: choice.level.rawValue,
                        given: stamp(choice.stamp))
                }
            },
            privateSpans: consent.privateSpans.map { span in
                OwnAccount.Consented.Span(
                    from: span.from.description,
                    until: span.until == Consent.distantFuture ? nil : span.until.description)
            })
    }

    private func tokens(of person: PersonID) async throws(VaultError) -> [OwnAccount.Token] {
        try await point.tokens.all().filter { $0.person == person }.map { token in
            OwnAccount.Token(
                id: token.id, client: token.client, scopes: token.scopes.map(\.rawValue).sorted(),
                issuedAt: token.issuedAt.description, expiresAt: token.expiresAt?.description,
                revokedAt: token.revokedAt?.description)
        }
    }
}

extension OwnPurchase {
    /// Without the shop that it was bought through, unless that is a friend's: nobody else is named in an export.
    fileprivate func namingShops(of handles: Set<String>) -> OwnPurchase {
        OwnPurchase(
            id: id, order: order, line: line, product: product, category: category, sensitivity: sensitivity,
            quantity: quantity, total: total, at: at, status: status,
            boughtAt: boughtAt.flatMap { handles.contains($0.handle) ? $0 : nil }, visibility: visibility)
    }
}
