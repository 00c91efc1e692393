import Histories

/// Promises that the service does not keep yet: broken ones are counted, and fail nothing.
///
/// A change that mends a promise takes it off this list.
enum OpenPromises {
    static let rules: Set<Rule> = []
}
