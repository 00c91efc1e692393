/// What Linux tells of the process on the other side of a socket: `struct ucred` of unix(7), which Glibc's module
/// leaves out.
struct PeerCredentials: Sendable {
    let process: Int32
    let account: UInt32
    let group: UInt32
}
