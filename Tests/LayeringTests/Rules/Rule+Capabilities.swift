extension Rule {
    private static let openedPurchase = "Sources/Disclosure/Records/OpenedPurchase.swift"

    /// The files of the product that come near the keys of withheld records, and why.
    private static let withheldReaders: Set<String> = [
        // The one reader of withheld records, and the capability that it is given.
        "Sources/Disclosure/Vault/OwnerRecords.swift",
        "Sources/Disclosure/Visibility/OwnLedger.swift",
        // What people did in shops lies with them, out of the feed's reach, until a tick has counted it.
        "Sources/Disclosure/Epochs/RecordName+Epochs.swift", "Sources/Disclosure/Epochs/VisitRecords.swift",
        "Sources/Disclosure/Epochs/WriteTransaction+Sales.swift", "Sources/Disclosure/Epochs/SaleCount.swift",
        "Sources/Disclosure/Epochs/EpochSealing.swift", "Sources/Disclosure/Epochs/EpochPassing.swift",
        // Everything held about a person is given to that person.
        "Sources/Disclosure/Epochs/OwnExport+Figures.swift",
        // Counters that were lost are found out from everything that is bound to one.
        "Sources/Disclosure/Keys/Recount.swift",
        // What must not stand in clear holds for what is withheld first of all.
        "Sources/Disclosure/Audit/AuditSubjects.swift",
        // A person put away takes the withheld purchases along.
        "Sources/Disclosure/Intake/Intake.swift",
        // So does one whose head does not open: the places are named where something may lie, and nothing is opened.
        "Sources/Disclosure/Erasure/LostRecords.swift",
        // What others did in the shop of a person put away names that person no more, be it withheld or not.
        "Sources/Disclosure/Erasure/ShopMentions.swift",
        // A purchase told again replaces the one that is there.
        "Sources/Disclosure/Intake/PurchaseWriter.swift", "Sources/Disclosure/Intake/WriteTransaction+Intake.swift",
        // What was narrowed of a purchase that is gone is found again, withheld or not; no details are opened for it.
        "Sources/Disclosure/Intake/Remains.swift", "Sources/Disclosure/Intake/RemainsOfOthers.swift",
        // An older copy of the records is narrowed to what the journal says, withheld purchases included.
        "Sources/Disclosure/Journal/ItemNarrowing.swift",
        // A policy that keeps less is told with the number of what it would erase; of what is withheld it is counted alone.
        "Sources/Disclosure/Retention/ExpiryCount.swift",
        // A segment is read before one of its slots is filled.
        "Sources/Disclosure/Vault/WriteTransaction.swift",
        // Everything of an owner is sealed anew, and moved to where the policy in force has it.
        "Sources/Disclosure/Keys/OwnerSealing.swift",
    ]

    static let capabilities = [
        Rule(
            "exactly one module may open envelopes",
            violating: [
                SourceFile("Sources/vitrine/A.swift", "@_spi(EnforcementPoint) import Sealing"),
                SourceFile("Sources/vitrine/A.swift", "@_spi(EnforcementPoint)\nimport Sealing"),
                SourceFile("Sources/FeedAPI/A.swift", "@_spi(Another) import Disclosure"),
            ],
            innocent: [
                SourceFile("Sources/Disclosure/A.swift", "@_spi(EnforcementPoint) import Sealing"),
                SourceFile("Sources/Sealing/A.swift", "@_spi(EnforcementPoint)\nextension KeyHierarchy {}"),
                SourceFile("Tests/SealingTests/A.swift", "@_spi(EnforcementPoint) import Sealing"),
            ]
        ) { file in
            guard let module = file.module, !["Disclosure", "Sealing", "VitrineBenchmarks"].contains(module)
            else { return [] }
            return file.lines(naming: ["@_spi"]).map { Violation(file, $0.number, "`\(module)` uses `@_spi`") }
        },
        Rule(
            "boxes are opened in one file",
            violating: [
                SourceFile("Sources/Disclosure/People/People.swift", "try vault.keys.open(box, as: name, with: key)"),
                SourceFile("Sources/Disclosure/A.swift", "let opened = try hierarchy.open(box, as: name, with: key)"),
            ],
            innocent: [
                SourceFile(
                    "Sources/Disclosure/Vault/KeyHierarchy+Opening.swift", "try keys.open(box, as: name, with: key)"),
                SourceFile("Sources/Disclosure/A.swift", "vault.open(box, as: name, with: keys.open, Head.init)"),
            ]
        ) { file in
            guard file.module == "Disclosure", file.path != "Sources/Disclosure/Vault/KeyHierarchy+Opening.swift"
            else { return [] }
            return file.code.enumerated()
                .filter { _, line in line.replacing("vault.open(", with: "").contains(".open(") }
                .map { Violation(file, $0.offset + 1, "a box is opened outside the vault") }
        },
        Rule(
            "an opened purchase is named in the enforcement point only",
            violating: [
                SourceFile("Sources/FeedBuilder/A.swift", "func show(_ purchase: borrowing OpenedPurchase) {}"),
                SourceFile("Sources/Sealing/A.swift", "typealias Opened = OpenedPurchase"),
            ],
            innocent: [SourceFile("Sources/Disclosure/A.swift", "func show(_ purchase: borrowing OpenedPurchase) {}")]
        ) { file in
            guard let module = file.module, module != "Disclosure" else { return [] }
            return file.lines(naming: ["OpenedPurchase"]).map {
                Violation(file, $0.number, "`OpenedPurchase` is named")
            }
        },
        Rule(
            "an opened purchase is made where it is read, written and defined",
            violating: [
                SourceFile("Sources/Disclosure/Reading/Reading.swift", "let purchase = try OpenedPurchase(bytes)")
            ],
            innocent: [SourceFile("Sources/Disclosure/Vault/OwnerRecords.swift", "try OpenedPurchase(bytes)")]
        ) { file in
            let makers: Set<String> = [
                openedPurchase, "Sources/Disclosure/Vault/OwnerRecords.swift",
                "Sources/Disclosure/Intake/PurchaseWriter.swift",
                "Sources/Disclosure/Intake/PurchaseDraft+Sealing.swift",
            ]
            guard file.module == "Disclosure", !makers.contains(file.path) else { return [] }
            return file.lines(naming: ["OpenedPurchase(", "OpenedPurchase.init"]).map {
                Violation(file, $0.number, "an opened purchase is made")
            }
        },
        Rule(
            "an opened purchase cannot be copied, is internal and conforms to nothing",
            violating: [
                SourceFile(openedPurchase, "struct OpenedPurchase {"),
                SourceFile(openedPurchase, "public struct OpenedPurchase: ~Copyable {"),
                SourceFile(openedPurchase, "struct OpenedPurchase: ~Copyable, Sendable {"),
                SourceFile(openedPurchase, "final class OpenedPurchase {"),
                SourceFile("Sources/Disclosure/A.swift", "struct OpenedPurchase: ~Copyable {"),
                SourceFile("Sources/Disclosure/A.swift", "extension OpenedPurchase: CustomStringConvertible {"),
                SourceFile("Sources/Disclosure/A.swift", "extension OpenedPurchase : Encodable {"),
                SourceFile("Sources/Disclosure/A.swift", "public extension OpenedPurchase {"),
            ],
            innocent: [
                SourceFile(openedPurchase, "struct OpenedPurchase: ~Copyable {"),
                SourceFile("Sources/Disclosure/A.swift", "extension OpenedPurchase {"),
            ]
        ) { file in
            let allowed = [
                "extension OpenedPurchase {", file.path == openedPurchase ? "struct OpenedPurchase: ~Copyable {" : nil,
            ]
            return file.declarations(of: "OpenedPurchase").filter { !allowed.contains($0.text) }.map {
                Violation(file, $0.number, "`\($0.text)`")
            }
        },
        Rule(
            "a draft cannot be copied and conforms to nothing but Sendable",
            violating: [
                SourceFile("Sources/Disclosure/A.swift", "public struct PurchaseDraft: Sendable {"),
                SourceFile("Sources/FeedAPI/A.swift", "extension PurchaseDraft: Encodable {"),
            ],
            innocent: [
                SourceFile("Sources/Disclosure/A.swift", "public struct PurchaseDraft: ~Copyable, Sendable {"),
                SourceFile("Sources/Disclosure/A.swift", "extension PurchaseDraft {"),
            ]
        ) { file in
            let allowed = ["public struct PurchaseDraft: ~Copyable, Sendable {", "extension PurchaseDraft {"]
            return file.declarations(of: "PurchaseDraft").filter { !allowed.contains($0.text) }.map {
                Violation(file, $0.number, "`\($0.text)`")
            }
        },
        Rule(
            "in the enforcement point only what is exposed can be encoded",
            violating: [
                SourceFile("Sources/Disclosure/Records/Head.swift", "struct Head: Codable {"),
                SourceFile("Sources/Disclosure/A.swift", "extension VisibleReference: Encodable {"),
            ],
            innocent: [
                SourceFile("Sources/Disclosure/Exposed/A.swift", "public struct ExposedTime: Encodable {"),
                SourceFile("Sources/Disclosure/A.swift", "/// Not `Encodable`."),
                SourceFile("Sources/FeedAPI/A.swift", "struct Page: Encodable {"),
            ]
        ) { file in
            guard file.module == "Disclosure", !file.isUnder("Sources/Disclosure/Exposed") else { return [] }
            return file.lines(naming: ["Encodable", "Codable", "EncodableWithConfiguration"]).map {
                Violation(file, $0.number, "`\($0.word)` outside `Exposed`")
            }
        },
        Rule(
            "withheld records are opened where it is listed",
            violating: [
                SourceFile("Sources/Disclosure/Reading/Reading.swift", "records = OwnerRecords(withheld: point.vault)"),
                SourceFile("Sources/Disclosure/Reading/Reading.swift", "let records: OwnerRecords<WithheldClass>"),
                SourceFile("Sources/Disclosure/A.swift", "vault.open(box, as: name, with: keys.withheld, Head.init)"),
                SourceFile("Sources/FriendShops/A.swift", "let key = \\OwnerKeys.withheld"),
            ],
            innocent: [
                SourceFile("Sources/Disclosure/Visibility/OwnLedger.swift", "OwnerRecords(withheld: point.vault)"),
                SourceFile("Sources/Disclosure/Reading/Reading.swift", "OwnerRecords(open: point.vault)"),
                SourceFile("Sources/Disclosure/A.swift", "isWithheld ? 1 : 2"),
            ]
        ) { file in
            guard let module = file.module, module != "Sealing", !withheldReaders.contains(file.path) else { return [] }
            return file.lines(naming: ["WithheldClass", ".withheld", "(withheld:"]).map {
                Violation(file, $0.number, "`\($0.word)` outside the list")
            }
        },
    ]
}

extension SourceFile {
    /// The lines of `Sources` that declare or extend a type, without the blanks around them.
    fileprivate func declarations(of type: String) -> [(number: Int, text: String)] {
        guard module != nil else { return [] }
        let words = ["struct", "class", "enum", "actor", "extension", "typealias"].map { "\($0) \(type)" }
        return lines(naming: words).map { number, _ in
            (number, code[number - 1].split(separator: " ").joined(separator: " "))
        }
    }
}
