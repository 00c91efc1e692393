import NIOCore

/// Puts the length before each frame.
struct FrameEncoder: MessageToByteEncoder {
    typealias OutboundIn = [UInt8]

    let maximumLength: Int

    func encode(data: [UInt8], out: inout ByteBuffer) throws {
        guard data.count <= maximumLength else { throw ControlError.frameTooLong(limit: maximumLength) }
        out.reserveCapacity(minimumWritableBytes: 4 + data.count)
        out.writeInteger(UInt32(data.count))
        out.writeBytes(data)
    }
}
