import Domain

extension DecisionTable {
    /// What may be wrong with an encoded table.
    public enum DecodingError: Error, Equatable {
        case unknownVersion
        case wrongLength
        /// Classes or ages that are not in rising order.
        case malformedSpace
        /// A cell that is no disclosure in normal form.
        case malformedCell
    }

    private static let version: UInt8 = 1

    /// Version, classes, ages and cells, in big-endian order; the same for equal tables.
    public func encoded() -> [UInt8] {
        var bytes: [UInt8] = [Self.version]
        bytes.reserveCapacity(16 + cells.count * 2)
        func put(_ value: some FixedWidthInteger) {
            withUnsafeBytes(of: value.bigEndian) { bytes.append(contentsOf: $0) }
        }
        put(UInt16(space.classCodes.count))
        for code in space.classCodes { put(code.rawValue) }
        put(UInt16(space.ageSteps.count))
        for age in space.ageSteps { put(UInt32(age)) }
        for cell in cells { put(cell) }
        return bytes
    }

    public init(encoded bytes: [UInt8]) throws(DecodingError) {
        guard bytes.first == Self.version else { throw .unknownVersion }
        var position = 1
        func take(_ count: Int) throws(DecodingError) -> UInt32 {
            guard bytes.count - position >= count else { throw .wrongLength }
            defer { position += count }
            return bytes[position..<position + count].reduce(0) { $0 << 8 | UInt32($1) }
        }
        var codes: [ClassCode] = []
        for _ in 0..<(try take(2)) { codes.append(ClassCode(rawValue: UInt16(try take(2)))) }
        var ages: [Int] = []
        for _ in 0..<(try take(2)) { ages.append(Int(try take(4))) }
        let space = DecisionSpace(classCodes: codes, ageSteps: ages)
        guard space.classCodes == codes, space.ageSteps == ages else { throw .malformedSpace }
        guard bytes.count - position == space.cellCount * 2 else { throw .wrongLength }
        var cells: [UInt16] = []
        cells.reserveCapacity(space.cellCount)
        for _ in 0..<space.cellCount {
            let code = UInt16(try take(2))
            guard let disclosure = Disclosure(code: code), disclosure == disclosure.normalized else {
                throw .malformedCell
            }
            cells.append(code)
        }
        self.init(space: space, cells: cells)
    }
}
