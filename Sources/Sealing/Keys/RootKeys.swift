/// The root in use, and for as long as a rotation goes on the one that follows.
///
/// Both open wraps meanwhile, so that a reader gets on whichever of them it finds.
struct RootKeys: Sendable {
    var current: RootSubkeys
    var next: RootSubkeys?
}
