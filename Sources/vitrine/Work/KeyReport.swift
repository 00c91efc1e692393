import Disclosure
import Domain

/// How the keys stand, as it crosses the control socket and as JSON.
struct KeyReport: Codable, Sendable {
    var generation: UInt32
    var owners: Int
    var pendingOwners: Int
    var records: Int
    var pendingRecords: Int
    var isResealing: Bool
    var isStopped: Bool
    var isResealingDue: Bool
    var resealingBegunAt: String?
    var resealedAt: String?
    var rotatedAt: String?
    var exports: UInt64
    var exportedAt: String?
    var isExportCurrent: Bool
    var signer: String
    var lockedBytes: Int
    var totalBytes: Int
    var slots: Int
    var usedSlots: Int
    /// What a shorter retention will erase that is still kept, a line each; absent where nothing will be.
    var pendingErasures: [String]?

    init(_ status: KeyStatus, pendingErasures: [String]) {
        self.pendingErasures = pendingErasures.isEmpty ? nil : pendingErasures
        generation = status.generation
        owners = status.owners
        pendingOwners = status.pendingOwners
        records = status.records
        pendingRecords = status.pendingRecords
        isResealing = status.isResealing
        isStopped = status.isStopped
        isResealingDue = status.isResealingDue
        resealingBegunAt = status.resealingBegunAt?.description
        resealedAt = status.resealedAt?.description
        rotatedAt = status.rotatedAt?.description
        exports = status.exportCounter
        exportedAt = status.exportedAt?.description
        isExportCurrent = status.isExportCurrent
        signer = Base64URL.encode(status.signer)
        lockedBytes = status.lockedBytes
        totalBytes = status.totalBytes
        slots = status.slots
        usedSlots = status.usedSlots
    }

    /// For people.
    var text: String {
        var lines = ["generation     \(generation)", "owners         \(owners), \(pendingOwners) pending"]
        lines.append("records        \(records), \(pendingRecords) of another generation")
        if isStopped {
            lines.append("sealing anew   begun \(resealingBegunAt ?? ""), stopped: what is pending does not open;")
            lines.append("               put it back from a backup and run `vitrine keys reseal`,")
            lines.append("               or give it up for good with `vitrine keys reseal --give-up`")
        } else if isResealing {
            lines.append("sealing anew   begun \(resealingBegunAt ?? ""), not done; go on with `vitrine keys reseal`")
        } else {
            lines.append("sealed anew    \(resealedAt ?? "never")")
        }
        if isResealingDue {
            lines.append("               due: another policy is in force; run `vitrine keys reseal`")
        }
        lines.append("root rotated   \(rotatedAt ?? "never")")
        if let exportedAt {
            let standing = isExportCurrent ? "opens what is there now" : "of keys before the last re-sealing"
            lines.append("exports        \(exports), the last \(exportedAt), \(standing)")
        } else {
            lines.append("exports        none")
        }
        lines.append("signed by      \(signer)")
        lines.append("locked memory  \(lockedBytes) of \(totalBytes) bytes, \(usedSlots) of \(slots) slots in use")
        for line in pendingErasures ?? [] { lines.append("retention      \(line)") }
        return lines.joined(separator: "\n")
    }
}

/// How far a re-sealing has come.
struct ResealingReport: Codable, Sendable {
    var isRunning: Bool
    var hasFailed: Bool
    var owners: Int
    var allOwners: Int
    var records: Int
    var unreadableOwners: Int
    /// Records that do not open, once all others are done.
    var recordsLeft: Int
}
