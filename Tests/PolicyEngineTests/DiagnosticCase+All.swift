extension DiagnosticCase {
    static let all = words + shape + rules + goods + shadows + taxonomy + overlays
}
