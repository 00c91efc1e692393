import Foundation

/// Lines on standard output that are there at once, also where it is a pipe.
enum FileLine {
    static func write(_ text: String) {
        FileHandle.standardOutput.write(Data((text + "\n").utf8))
    }
}
