/// A figure or level of the policy that is not what it was.
public struct SettingDifference: Sendable, Codable, Hashable {
    public let direction: Direction
    /// As policy files name it: `settle.month`, `defaults.ordinary.friends`.
    public let setting: String
    public let before: String
    public let after: String
    /// Why it goes that way, where that is not plain.
    public let note: String?

    init(_ direction: Direction, _ setting: String, _ before: String, _ after: String, note: String? = nil) {
        self.direction = direction
        self.setting = setting
        self.before = before
        self.after = after
        self.note = note
    }

    /// A figure that differs; nothing when it does not.
    static func figure<Value: Comparable>(
        _ setting: String, _ before: Value, _ after: Value, note: String? = nil,
        _ direction: (Value, Value) -> Direction
    ) -> [SettingDifference] {
        if before == after { return [] }
        return [SettingDifference(direction(before, after), setting, "\(before)", "\(after)", note: note)]
    }

    var text: String {
        "\(direction.rawValue): \(setting) \(before) -> \(after)" + (note.map { "; \($0)" } ?? "")
    }
}
