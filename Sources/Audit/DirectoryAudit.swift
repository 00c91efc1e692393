public import Domain
import Foundation

/// Looks through a data directory as a thief would, knowing what there is to be found.
///
/// Reads the files as they lie there and changes nothing.
public struct DirectoryAudit: Sendable {
    private let path: String
    private let skipped: String?

    /// `skipped` names an entry of the directory that is the audit's own.
    public init(path: String, skipping skipped: String? = nil) {
        self.path = path
        self.skipped = skipped
    }

    /// Runs all of it.
    ///
    /// The needles, the truths and the addresses of what was erased come from the owner of the key; errors are those of reading
    /// files.
    public func run(
        needles: Needles, truths: [Address: BoxTruth], erased: Set<Address> = []
    ) async throws -> AuditReport {
        let files = try fileNames().map { try FileBytes(path: "\(path)/\($0)", name: $0) }
        let byName = Dictionary(files.map { ($0.name, $0) }) { first, _ in first }
        let databases = files.compactMap { file in
            DatabaseImage(main: file, log: byName[file.name + "-wal"]).map { DatabaseScan(name: file.name, image: $0) }
        }
        var report = AuditReport()
        report.files = files.map { .init(name: $0.name, bytes: $0.count, meaning: Self.meaning(of: $0.name)) }
        report.findings += files.filter { Self.known[$0.name] == nil && !Self.isDatabase($0.name) }.map {
            AuditFinding(.unknownFile, "a file that this program does not make", file: $0.name)
        }
        for scan in databases {
            describe(scan, truths, &report)
            let own = files.filter { $0.name.hasPrefix(scan.name) && Self.isDatabase($0.name) }
            lookForRemnants(of: scan, in: own, erased, &report)
        }
        cluster(databases, byName, truths, &report)
        await look(for: needles, in: files, databases, &report)
        return report
    }

    private func lookForRemnants(
        of scan: DatabaseScan, in files: [FileBytes], _ erased: Set<Address>, _ report: inout AuditReport
    ) {
        let live = (traces: Set(scan.boxes.map(\.trace)), addresses: Set(scan.boxes.map(\.address)))
        for file in files {
            let remnants = Remnants(in: file, live: live, gone: erased)
            report.formerBoxes += remnants.others
            guard let first = remnants.erased.first else { continue }
            report.findings.append(
                AuditFinding(
                    .residue, "a box of somebody who was erased", file: file.name, offset: first,
                    count: remnants.erased.count))
        }
    }

    private func describe(_ scan: DatabaseScan, _ truths: [Address: BoxTruth], _ report: inout AuditReport) {
        report.tables += scan.tables
        report.findings += scan.unknown.map { AuditFinding(.unknownColumn, "no reason is known for \($0)") }
        report.findings += Evenness.faults(scan.samples, in: scan.name).map { AuditFinding(.uneven, $0) }
        report.freePages += scan.roles.count(.free)
        report.logTransactions += scan.image.log?.commitCount ?? 0
        let sizes = Dictionary(grouping: scan.boxes, by: \.byteCount).mapValues(\.count)
        report.boxSizes += sizes.sorted { $0.key < $1.key }.map {
            .init(database: scan.name, bytes: $0.key, count: $0.value)
        }
        guard scan.tables.contains(where: { $0.table == "sealed" }) else { return }
        report.unnamedBoxes += scan.boxes.count { truths[$0.address] == nil }
        let attempts = Thief(boxes: scan.boxes, truths: truths).attempts()
        report.attempts += attempts
        report.findings += attempts.filter { !$0.isHarmless }.map { AuditFinding(.guessed, $0.name) }
        let size = StateSize(scan, truths: truths)
        if size.isAboveLimit {
            report.findings.append(AuditFinding(.large, "records of a purchase are above the limit"))
        }
        report.size = size
    }

    private func cluster(
        _ databases: [DatabaseScan], _ files: [String: FileBytes], _ truths: [Address: BoxTruth],
        _ report: inout AuditReport
    ) {
        func writes(_ name: String) -> [Set<Address>] {
            databases.first { $0.name == name }.map { LoggedWrites($0.image).transactions } ?? []
        }
        let leftover = databases.reduce(0) { count, scan in
            guard let index = files[scan.name + "-shm"] else { return count }
            return count
                + LogIndex(index, pageCount: scan.image.pageCount).entries(behind: scan.image.log?.frameCount ?? 0)
        }
        let clustering = Clustering(
            records: writes("vitrine.db"), keys: writes("keys.db"), leftoverPages: leftover, truths: truths)
        report.clustering = clustering
        if !clustering.isHarmless { report.findings.append(AuditFinding(.tied, clustering.finding)) }
    }

    private func look(
        for needles: Needles, in files: [FileBytes], _ databases: [DatabaseScan], _ report: inout AuditReport
    ) async {
        let index = NeedleIndex(needles)
        let total = files.reduce(0) { $0 + $1.count }
        let chance = Chance(countByLength: index.countByLength, byteCount: total)
        let scan = FileScan(index: index, clear: ClearText(databases.flatMap(\.clearRows)), chance: chance)
        for (kind, count) in needles.counts { report.lookedFor[kind.text] = count }
        report.tooShort = index.shortCount
        report.weakLengths = chance.weakLengths.sorted()
        for file in files {
            let database = databases.first { $0.name == file.name }
            let logged = databases.first { $0.name + "-wal" == file.name }
            let indexed = databases.first { $0.name + "-shm" == file.name }.map {
                LogIndex(file, pageCount: $0.image.pageCount)
            }
            let outcome = await scan.scan(file) { place in
                if let database { return database.spot(at: place.lowerBound) }
                if let logged { return (logged.logSpot(at: place.lowerBound, file: file.name), false) }
                if let indexed {
                    return (Spot(file: file.name, area: "index of the log", page: nil), indexed.explains(place))
                }
                return (Spot(file: file.name, area: "the file", page: nil), false)
            }
            report.scannedBytes += outcome.byteCount
            report.coincidences += outcome.coincidences
            report.findings += FindingSummary.findings(outcome.hits)
        }
    }

    /// Every regular file, those in directories included.
    private func fileNames() throws -> [String] {
        let files = FileManager.default
        return try files.subpathsOfDirectory(atPath: path).filter { name in
            guard skipped.map({ name != $0 && !name.hasPrefix($0 + "/") }) ?? true else { return false }
            let type = try? files.attributesOfItem(atPath: "\(path)/\(name)")[.type] as? FileAttributeType
            return type == .typeRegular
        }.sorted()
    }

    private static let known = [
        "root.key": "the root key: whoever has it reads everything; keep it away from the databases",
        "lock": "held by the process that owns the directory",
        "rehearsal": "says that the clock may be set here",
    ]

    private static func isDatabase(_ name: String) -> Bool {
        let parts = ["vitrine.db", "keys.db"].compactMap { name.hasPrefix($0) ? String(name.dropFirst($0.count)) : nil }
        return parts.contains { ["", "-wal", "-shm", "-journal"].contains($0) }
    }

    private static func meaning(of name: String) -> String {
        if let meaning = known[name] { return meaning }
        guard isDatabase(name) else { return "none of this program's" }
        if name.hasSuffix("-wal") { return "log: pages committed and not copied back yet" }
        if name.hasSuffix("-shm") { return "index of the log: page numbers" }
        if name.hasSuffix("-journal") { return "rollback journal" }
        return name.hasPrefix("keys") ? "wrapped keys" : "sealed records, catalogue, policies"
    }
}
