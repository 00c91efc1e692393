/// Where the bytes of a table come from.
protocol ByteSource: AnyObject {
    /// How many there are in all, when that is known beforehand.
    var totalBytes: Int? { get }

    /// Fills a part of the buffer and says how much; zero at the end.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(TabularError) -> Int
}
