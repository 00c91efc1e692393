import Domain

/// Boxes that lie in a file and are no record of it any more: former versions, and what is left of what was deleted.
///
/// A box begins with a fixed header, and its address stands right before it, as both are columns of one row.
struct Remnants {
    /// Boxes of addresses that are not among those of erased people.
    private(set) var others = 0
    /// Where boxes begin that were erased.
    private(set) var erased: [Int] = []

    /// "VT" and the version.
    private static let header: [UInt8] = [0x56, 0x54, 0x01]
    /// Behind the header stands the key generation, a small number of four bytes.
    private static let generationEnd = 7
    /// The part of the nonce by which a box is told from others.
    static let trace = 8..<24

    /// Looks through a file; `live` are the traces and addresses of all records of its database, `gone` the addresses of what was
    /// erased.
    init(in file: FileBytes, live: (traces: Set<[UInt8]>, addresses: Set<Address>), gone: Set<Address>) {
        var (others, erased) = (0, [Int]())
        file.withBytes { bytes in
            guard bytes.count >= Self.trace.upperBound else { return }
            for start in 0...bytes.count - Self.trace.upperBound {
                guard bytes[start] == Self.header[0], bytes[start + 1] == Self.header[1],
                    bytes[start + 2] == Self.header[2], bytes[start + Self.generationEnd - 1] == 0,
                    bytes[start + Self.generationEnd - 2] == 0
                else { continue }
                let trace = Self.trace.map { bytes[start + $0] }
                if live.traces.contains(trace) { continue }
                if start >= Address.byteCount {
                    let address = Address(bytes: (start - Address.byteCount..<start).map { bytes[$0] })
                    if gone.contains(address), !live.addresses.contains(address) {
                        erased.append(start)
                        continue
                    }
                }
                others += 1
            }
        }
        (self.others, self.erased) = (others, erased)
    }
}
