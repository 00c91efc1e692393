import Foundation
import Synchronization

/// What a process writes to one of its streams, line by line, as it comes.
///
/// A thread of its own reads. `FileHandle.readabilityHandler` would do without one, but taking such a handler away while
/// the other end closes makes Dispatch touch what it has freed.
final class OutputLines: Sendable {
    private struct State {
        var lines: [String] = []
        var rest = Data()
        var hasEnded = false
        var waiting: [(line: @Sendable (String) -> Bool, continuation: CheckedContinuation<String?, Never>)] = []
    }

    private let pipe = Pipe()
    private let state = Mutex(State())

    /// What the process is to write to.
    var end: FileHandle { pipe.fileHandleForWriting }

    /// Begins to read; this side lets go of the end that is written to, so that the process's end is the last.
    func begin() {
        try? pipe.fileHandleForWriting.close()
        Thread.detachNewThread { [self] in
            // `read(upToCount:)` would wait for all that it may read.
            while case let bytes = pipe.fileHandleForReading.availableData, !bytes.isEmpty { take(bytes) }
            finish()
        }
    }

    /// The first line that holds a text, already written or still to come; nothing when the process ends without one.
    func line(with text: String) async -> String? {
        await line { $0.contains(text) }
    }

    private func line(where isMeant: @escaping @Sendable (String) -> Bool) async -> String? {
        await withCheckedContinuation { continuation in
            let (isKnown, found) = state.withLock { state -> (Bool, String?) in
                if let found = state.lines.first(where: isMeant) { return (true, found) }
                if state.hasEnded { return (true, nil) }
                state.waiting.append((isMeant, continuation))
                return (false, nil)
            }
            if isKnown { continuation.resume(returning: found) }
        }
    }

    /// What was written until now.
    var soFar: [String] { state.withLock(\.lines) }

    /// Everything, once the process has ended.
    var all: String {
        get async {
            _ = await line { _ in false }
            return soFar.joined(separator: "\n")
        }
    }

    /// Nothing more comes: whoever still waits goes without.
    func finish() {
        let waiting = state.withLock { state in
            state.hasEnded = true
            defer { state.waiting = [] }
            return state.waiting
        }
        for (_, continuation) in waiting { continuation.resume(returning: nil) }
    }

    private func take(_ bytes: Data) {
        let found = state.withLock { state -> [(CheckedContinuation<String?, Never>, String)] in
            var found: [(CheckedContinuation<String?, Never>, String)] = []
            state.rest.append(bytes)
            while let end = state.rest.firstIndex(of: 0x0A) {
                let line = String(decoding: state.rest[..<end], as: UTF8.self)
                state.rest = Data(state.rest[(end + 1)...])
                state.lines.append(line)
                found += state.waiting.filter { $0.line(line) }.map { ($0.continuation, line) }
                state.waiting.removeAll { $0.line(line) }
            }
            return found
        }
        for (continuation, line) in found { continuation.resume(returning: line) }
    }
}
