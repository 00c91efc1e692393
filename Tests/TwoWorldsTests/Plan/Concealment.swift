/// Why a purchase that only the second world has is not for the viewer.
enum Concealment: CaseIterable, Sendable {
    case tier, classNotOptedIn, levelNothing, beforeSince, sharingOff, itemHidden, itemForCloserOnes, blocked,
        privately,
        minor, unreleased, returned, tooOld
}
