import Disclosure
import Domain
import PolicyEngine

extension Operations {
    func showVisibility(_ handle: String) async throws -> OperationResult {
        guard let settings = try await point.visibility.settings(of: try await person(handle)) else {
            throw CommandFailure("there is nobody with the handle `\(handle)`", exitCode: .refused)
        }
        return try document(settings)
    }

    func setItem(_ item: String, of handle: String, to name: String) async throws -> OperationResult {
        guard let visibility = ItemVisibility(name: name) else {
            throw CommandFailure(
                "a purchase is `default`, `hidden`, or for at most `close-friends`, `friends`, `friends-of-friends` or `everyone`",
                exitCode: .refused)
        }
        do {
            try await point.visibility.setItem(item, to: visibility, of: try await person(handle), mayWiden: true)
        } catch let error as VisibilityError {
            throw CommandFailure(error.reason(point.rulebook.policy), exitCode: .refused)
        }
        return .done
    }

    /// Applies each change as a whole; those that are refused are told by their position.
    func setVisibility(_ inputs: [Operation.VisibilityInput]) async throws -> OperationResult {
        var faults: [Int: String] = [:]
        for (index, input) in inputs.enumerated() {
            do {
                try await point.visibility.apply(
                    try patch(input), of: try await person(input.person), client: "command-line", mayWiden: true)
            } catch let error as VisibilityError {
                faults[index] = error.reason(point.rulebook.policy)
            } catch let error as CommandFailure where error.exitCode == .refused {
                faults[index] = error.message
            }
        }
        return .faults(faults)
    }

    private func patch(_ input: Operation.VisibilityInput) throws -> VisibilityPatch {
        var change = ConsentChange()
        switch (input.sharing, try instant(input.since)) {
        case (true, let since): change.sharing = .on(since: since)
        case (nil, let since?): change.sharing = .on(since: since)
        case (false, _): change.sharing = .off
        case (nil, nil): break
        }
        for id in input.optIn { change.classes[ClassCode(name: id)] = true }
        for id in input.optOut { change.classes[ClassCode(name: id)] = false }
        for (setting, name) in input.levels {
            let parts = setting.split(separator: ":")
            guard parts.count == 2, let audience = Audience(name: parts[0]), let tier = Tier(name: parts[1]),
                let level = Level(rawValue: name),
                Consent.Setting.all.contains(Consent.Setting(audience: audience, tier: tier))
            else {
                throw CommandFailure(
                    """
                    `\(setting)=\(name)` is no level: write AUDIENCE:TIER=LEVEL, with an audience of close-friends, friends, \
                    friends-of-friends, everyone, a tier of ordinary, owner-decides, coarsen, and a level of \
                    \(Level.allCases.map(\.rawValue).joined(separator: ", "))
                    """, exitCode: .refused)
            }
            change.levels[Consent.Setting(audience: audience, tier: tier)] = level
        }
        switch (input.isPrivate, try instant(input.privateUntil)) {
        case (true, let end): change.privateMode = .until(end)
        case (nil, let end?): change.privateMode = .until(end)
        case (false, _): change.privateMode = .off
        case (nil, nil): break
        }
        return VisibilityPatch(
            consent: change,
            closeFriends: .init(add: try handles(input.addCloseFriends), remove: try handles(input.removeCloseFriends)),
            blocks: .init(add: try handles(input.addBlocks), remove: try handles(input.removeBlocks)),
            mutes: .init(add: try handles(input.addMutes), remove: try handles(input.removeMutes)))
    }

    private func instant(_ text: String?) throws -> Instant? {
        try text.map { text in
            guard let instant = Instant(text) else {
                throw CommandFailure("`\(text)` is no instant: write it like 2026-11-20T09:14:00Z", exitCode: .refused)
            }
            return instant
        }
    }

    private func handles(_ texts: [String]) throws -> [Handle] {
        try texts.map { text in
            guard let handle = Handle(text) else { throw CommandFailure("`\(text)` is no handle", exitCode: .refused) }
            return handle
        }
    }
}
