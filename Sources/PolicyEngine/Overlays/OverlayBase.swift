import Domain

/// What an overlay is laid over, with the places of what it must not name again.
struct OverlayBase {
    let content: PolicyContent
    /// By id, also those of overlays that were read before.
    var sourcePlaces: [String: SourceLocation]
    var classPlaces: [String: SourceLocation]
    var rulePlaces: [String: SourceLocation]
    var overlayPlaces: [String: SourceLocation] = [:]

    /// What overlays share with one that was read: ids are one space, so that an explanation names one thing.
    mutating func add(_ file: OverlayFile) {
        let place = file.overlay.location
        overlayPlaces[file.overlay.id] = place
        for source in file.sources { sourcePlaces[source.id] = place }
        for sensitivity in file.classes { classPlaces[sensitivity.id] = place }
        for rule in file.rules { rulePlaces[rule.id] = rule.location }
    }
}
