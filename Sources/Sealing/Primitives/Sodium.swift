import CSodium

/// The library's start, once a process.
enum Sodium {
    static let isReady: Bool = sodium_init() >= 0
}
