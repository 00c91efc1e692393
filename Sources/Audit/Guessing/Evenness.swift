/// Whether sealed boxes look like what they should: the same header, and chance behind it.
enum Evenness {
    /// Magic, version and key generation, which boxes have alike.
    private static let headerLength = 7
    private static let smallest = 200

    /// What does not look like chance, in words; a few boxes say nothing.
    static func faults(_ samples: [Int: [[UInt8]]], in database: String) -> [String] {
        var faults: [String] = []
        let headers = Set(samples.values.joined().map { Array($0.prefix(headerLength)) })
        // Two while records are sealed anew under the next generation of keys.
        if headers.count > 2 { faults.append("\(database): boxes have \(headers.count) different headers") }
        for (size, boxes) in samples.sorted(by: { $0.key < $1.key }) where boxes.count >= smallest {
            let mean = Double(boxes.count) / 256
            // Ten deviations and ten more: chance does not come near it at any of the places.
            let limit = Int(mean + 10 * mean.squareRoot() + 10)
            for place in headerLength..<size {
                var counts = [Int](repeating: 0, count: 256)
                for box in boxes where place < box.count { counts[Int(box[place])] += 1 }
                if let most = counts.max(), most > limit {
                    faults.append(
                        "\(database): of boxes of \(size) bytes byte \(place) is the same \(most) times of \(boxes.count)"
                    )
                    break
                }
            }
        }
        return faults
    }
}
