import Disclosure
import FriendShops

/// Reads the board of the platform again and again, as somebody does while a tick is made.
struct BoardReading {
    private let task: Task<[Double], Never>

    init(_ town: ReplayTown) {
        let boards = Boards(point: town.point, shops: town.shops)
        task = Task.detached {
            var seconds: [Double] = []
            while !Task.isCancelled {
                let start = ContinuousClock.now
                guard (try? await boards.top(limit: 20, cursor: nil)) != nil else { break }
                seconds.append((ContinuousClock.now - start).seconds)
                await Task.yield()
            }
            return seconds
        }
    }

    /// How long each read took.
    func stop() async -> [Double] {
        task.cancel()
        return await task.value
    }
}
