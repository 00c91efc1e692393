import Foundation
import Testing

/// The ways in which a purchase could leak that the compiler stops.
struct MustNotCompileTests {
    @Test(arguments: CompileCase.all(.outside) + CompileCase.all(.inside) + CompileCase.all(.api))
    func `does not compile, for the reason given`(illegal: CompileCase) throws {
        let expectations = Expectation.all(in: try String(contentsOf: illegal.illegal, encoding: .utf8))
        let compilation = try Compiler().compile([illegal.illegal], illegal.place)
        let faults = compilation.faults(expecting: expectations, in: illegal.illegal.lastPathComponent)
        #expect(faults.isEmpty, "\(faults.joined(separator: "\n"))")
    }

    @Test(arguments: [CompileCase.Place.outside, .inside, .api])
    func `what is allowed compiles`(place: CompileCase.Place) throws {
        let compilation = try Compiler().compile(CompileCase.all(place).map(\.legal), place)
        #expect(compilation.succeeded, "\(compilation.output)")
    }

    @Test(arguments: [(CompileCase.Place.outside, 5), (.inside, 5), (.api, 1)])
    func `every illegal file has a legal one beside it`(place: CompileCase.Place, least: Int) {
        #expect(CompileCase.strays(place) == [])
        #expect(CompileCase.all(place).count >= least)
    }
}
