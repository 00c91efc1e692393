import Domain
import PolicyEngine

extension VisibilityPatch {
    /// What it changes, in words, for the owner's own history.
    func sentences(_ policy: Policy) -> [String] {
        var sentences: [String] = []
        switch consent.sharing {
        case .off: sentences.append("sharing off")
        case .on(let since): sentences.append("sharing on from \(since?.description ?? "now")")
        case nil: break
        }
        for (code, optIn) in consent.classes.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            sentences.append("\(policy.sensitivityClass(code)?.id ?? "unknown class") opted \(optIn ? "in" : "out")")
        }
        for setting in Consent.Setting.all {
            guard let level = consent.levels[setting] else { continue }
            sentences.append("\(setting.audience.name) see \(setting.tier.name) goods at level \(level.rawValue)")
        }
        switch consent.privateMode {
        case .off: sentences.append("private mode off")
        case .until(let end): sentences.append("private mode on until \(end?.description ?? "switched off")")
        case nil: break
        }
        for (name, change) in [("close friends", closeFriends), ("blocks", blocks), ("mutes", mutes)] {
            sentences += change.add.map { "\($0.text) added to \(name)" }
            sentences += change.remove.map { "\($0.text) taken from \(name)" }
        }
        for (handle, from) in friendsSeeFrom.sorted(by: { $0.key < $1.key }) {
            sentences.append("\(handle.text) sees what was released from \(from) on")
        }
        return sentences
    }
}
