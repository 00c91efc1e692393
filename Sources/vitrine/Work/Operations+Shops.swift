import Disclosure
import Domain
import FriendShops

extension Operations {
    /// A board, with the ticks made that are due: without a server nobody else makes them.
    func board(of handle: String?, limit: Int) async throws -> OperationResult {
        try await point.epochs.catchUp()
        let boards = Boards(point: point, shops: installation.shops)
        if let handle {
            let viewer = try await person(handle)
            guard let board = try await boards.friends(of: viewer, limit: limit, cursor: nil) else { return .done }
            return try document(board.value)
        }
        guard let board = try await boards.top(limit: limit, cursor: nil) else { return .done }
        return try document(board.value)
    }

    /// What an owner is told of the own shop, its influence included.
    func insights(of handle: String) async throws -> OperationResult {
        try await point.epochs.catchUp()
        let owner = try await person(handle)
        let books = ShopBooks(point: point, shops: installation.shops)
        guard let insights = try await books.insights(of: owner)?.value,
            let influence = try await books.influence(of: owner)?.value
        else {
            throw CommandFailure(
                "`\(handle)` has no shop, or the policy releases no figures", exitCode: .refused)
        }
        return try document(ToldBooks(insights: insights, influence: influence))
    }

    private struct ToldBooks: Encodable {
        let insights: Insights
        let influence: InfluenceStatement
    }
}
