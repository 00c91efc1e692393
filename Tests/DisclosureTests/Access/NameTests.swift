import Domain
import SampleWorld
import Sealing
import Synchronization
import Testing

@testable import Disclosure

struct NameTests {
    /// Begins with bytes that would make an option of the name.
    private final class Dashed: RandomSource {
        private let asked = Mutex(0)

        func bytes(_ count: Int) -> [UInt8] {
            let first: UInt8 = asked.withLock { asked in
                asked += 1
                return asked < 4 ? 0xF8 : 0x10
            }
            return [first] + Array(repeating: 7, count: count - 1)
        }
    }

    @Test func `a public name is not taken for an option`() {
        #expect(Base64URL.encode(Dashed().bytes(9)).hasPrefix("-"))
        #expect(!Dashed().name().hasPrefix("-"))
    }
}
