/// Who is in a world, as far as load has to know it.
struct BenchWorld: Sendable {
    let folder: WorldFolder
    let people: [String]
    /// Indices of people.
    let friends: [[Int]]
    /// Those who share; indices of people.
    let owners: Set<Int>
    let products: [String]
    /// When the clock of the server starts.
    let readAt: String

    init(_ folder: WorldFolder) throws {
        self.folder = folder
        people = try folder.people.rows().map { String($0[0]) }
        let numbers = Dictionary(uniqueKeysWithValues: people.enumerated().map { ($1, $0) })
        var friends: [[Int]] = Array(repeating: [], count: people.count)
        for row in try folder.friendships.rows() {
            guard let first = numbers[String(row[0])], let second = numbers[String(row[1])] else { continue }
            friends[first].append(second)
            friends[second].append(first)
        }
        self.friends = friends
        owners = Set(try folder.visibility.rows().compactMap { numbers[String($0[0])] })
        products = try folder.products.rows().filter { !$0[2].isEmpty }.map { String($0[0]) }
        guard let clock = try folder.clock.rows().first?.first else {
            throw BenchFailure("`\(folder.path)` does not say when its clock starts")
        }
        readAt = String(clock)
    }

    /// Who stands for one viewer who reads again and again: the number of friends nearest to 150, the more who share the better.
    var hotViewer: Int? {
        people.indices.filter { person in friends[person].contains { owners.contains($0) } }.min { left, right in
            rank(left) < rank(right)
        }
    }

    private func rank(_ person: Int) -> (Int, Int) {
        (abs(friends[person].count - 150), -friends[person].count { owners.contains($0) })
    }
}
