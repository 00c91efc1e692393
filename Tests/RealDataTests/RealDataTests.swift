import Testing

struct RealDataTests {
    @Test func `nothing yet`() {}
}
