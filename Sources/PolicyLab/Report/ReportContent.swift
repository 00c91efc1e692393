/// What the template of the report is filled with; nothing in it is about anybody.
struct ReportContent {
    struct Figure {
        let value: String
        let name: Bilingual
    }

    struct Section {
        let key: String
        let name: Bilingual
        let says: Bilingual
        let rows: [Row]
    }

    struct Row {
        let id: String
        let name: Bilingual
        let because: [String]
        let nodes: String
        let cells: [Cell]
    }

    struct Cell {
        let audience: Bilingual
        let isShown: Bool
        let isShownByDefault: Bool
        /// What is told at most.
        let most: Bilingual
        let byDefault: Bilingual
        let example: Bilingual?
        /// Why nothing is shown.
        let why: Bilingual?
    }

    struct Proved {
        let id: String
        let says: Bilingual
        let holds: Bool
        let isBroken: Bool
        let counterexample: String?
    }

    struct Share {
        let name: Bilingual
        let part: String
        let whole: String
        let percent: String
    }

    struct Change {
        let isWider: Bool
        let text: String
    }

    struct Rule {
        let id: String
        let isGrant: Bool
        let effect: Bilingual
        let phrase: Bilingual
        let because: [String]
    }

    struct Source {
        let id: String
        let title: String
        let reference: String
        let isLink: Bool
        let demands: Bilingual
    }

    let revision: String
    let release: String
    let madeOn: String
    let startsInEnglish: Bool
    let startsInChinese: Bool
    let style: String
    let figures: [Figure]
    let audiences: [Bilingual]
    let tiers: [Section]
    let proved: [Proved]
    let isProved: Bool
    let cells: String
    let shares: [Share]
    let isTested: Bool
    let survivors: [String]
    let hasSurvivors: Bool
    let former: String?
    let hasChanges: Bool
    let isUnchanged: Bool
    let changes: [Change]
    let rules: [Rule]
    let sources: [Source]
}
