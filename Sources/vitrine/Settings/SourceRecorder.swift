import Configuration
import Synchronization

/// Keeps in mind which provider answered for a key, so that an error can name the place.
final class SourceRecorder: AccessReporter {
    private let positions = Mutex<[AbsoluteConfigKey: Int]>([:])

    func report(_ event: AccessEvent) {
        // Providers are asked in order until one has a value or finds its value to be of another kind.
        guard let last = event.providerResults.last else { return }
        if case .success(let result) = last.result, result.value == nil { return }
        positions.withLock { $0[event.metadata.key] = event.providerResults.count - 1 }
    }

    /// The place of the provider in the order of precedence.
    func position(of key: AbsoluteConfigKey) -> Int? {
        positions.withLock { $0[key] }
    }
}
