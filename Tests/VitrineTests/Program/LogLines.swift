import Foundation
import Synchronization

/// What a process writes to standard error, line by line, as it comes.
final class LogLines: Sendable {
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
        pipe.fileHandleForReading.readabilityHandler = { [self] handle in
            let bytes = handle.availableData
            if bytes.isEmpty { handle.readabilityHandler = nil }
            take(bytes)
        }
    }

    /// The first line that holds a text, already written or still to come; nothing when the process ends without one.
    func line(with text: String) async -> String? {
        await wait { $0.contains(text) }
    }

    /// Everything, once the process has ended.
    var all: String {
        get async {
            _ = await wait { _ in false }
            return state.withLock { $0.lines.joined(separator: "\n") }
        }
    }

    private func wait(for line: @escaping @Sendable (String) -> Bool) async -> String? {
        await withCheckedContinuation { continuation in
            let (isKnown, found) = state.withLock { state -> (Bool, String?) in
                if let found = state.lines.first(where: line) { return (true, found) }
                if state.hasEnded { return (true, nil) }
                state.waiting.append((line, continuation))
                return (false, nil)
            }
            if isKnown { continuation.resume(returning: found) }
        }
    }

    private func take(_ bytes: Data) {
        let found = state.withLock { state -> [(CheckedContinuation<String?, Never>, String?)] in
            var found: [(CheckedContinuation<String?, Never>, String?)] = []
            state.rest.append(bytes)
            while let end = state.rest.firstIndex(of: 0x0A) {
                let line = String(decoding: state.rest[..<end], as: UTF8.self)
                state.rest = Data(state.rest[(end + 1)...])
                state.lines.append(line)
                found += state.waiting.filter { $0.line(line) }.map { ($0.continuation, line) }
                state.waiting.removeAll { $0.line(line) }
            }
            if bytes.isEmpty {
                state.hasEnded = true
                found += state.waiting.map { ($0.continuation, nil) }
                state.waiting = []
            }
            return found
        }
        for (continuation, line) in found { continuation.resume(returning: line) }
    }
}
