public import Domain

/// Every combination of facts that rules can tell apart, numbered from 0.
///
/// A cell stands for all facts that agree in kind, audience, class, the three flags, and the step that the age has
/// reached.
public struct DecisionSpace: Sendable, Equatable {
    /// What a policy may have at most, so that everything about it can be enumerated.
    public static let maximumCellCount = 2_000_000
    static let flagCount = 8
    static let cellsPerColumnAndStep = ActivityKind.allCases.count * Audience.allCases.count * flagCount

    /// The classes, beginning with `unknown`, the rest in rising order of their codes.
    public let classCodes: [ClassCode]
    /// The ages in whole months at which something changes, beginning with 0, rising.
    public let ageSteps: [Int]
    /// Open addressing over the codes: code in the upper half, column in the lower; 0 is free.
    private let slots: [UInt32]

    /// Takes codes and ages in any order.
    init(classCodes: some Sequence<ClassCode>, ageSteps: some Sequence<Int>) {
        let known = Set(classCodes).subtracting([.unknown]).sorted { $0.rawValue < $1.rawValue }
        self.classCodes = [.unknown] + known
        self.ageSteps = [0] + Set(ageSteps).filter { $0 > 0 }.sorted()
        slots = Self.slots(for: known)
    }

    private static func slots(for codes: [ClassCode]) -> [UInt32] {
        var size = 16
        while size < codes.count * 4 { size *= 2 }
        var slots = [UInt32](repeating: 0, count: size)
        for (position, code) in codes.enumerated() {
            var slot = Int(code.rawValue) & (size - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
            slots[slot] = UInt32(code.rawValue) << 16 | UInt32(position + 1)
        }
        return slots
    }

    public var cellCount: Int { classCodes.count * ageSteps.count * Self.cellsPerColumnAndStep }

    /// The cell that the facts fall into; a code that is none of the classes falls under `unknown`.
    public func cell(of facts: DecisionFacts) -> Int {
        cell(
            column: column(of: facts.classCode), step: step(of: facts.ageInMonths), audience: facts.audience,
            kind: facts.kind,
            flags: (facts.minor ? 1 : 0) | (facts.isPrivate ? 2 : 0) | (facts.thirdParty ? 4 : 0))
    }

    /// The youngest facts that fall into a cell.
    public func facts(ofCell cell: Int) -> DecisionFacts {
        var rest = cell
        func take(_ count: Int) -> Int {
            defer { rest /= count }
            return rest % count
        }
        let flags = take(Self.flagCount)
        let kind = ActivityKind.allCases[take(ActivityKind.allCases.count)]
        let audience = Audience.allCases[take(Audience.allCases.count)]
        let age = ageSteps[take(ageSteps.count)]
        return DecisionFacts(
            kind: kind, audience: audience, classCode: classCodes[rest], ageInMonths: age, minor: flags & 1 != 0,
            isPrivate: flags & 2 != 0, thirdParty: flags & 4 != 0)
    }

    func cell(column: Int, step: Int, audience: Audience, kind: ActivityKind, flags: Int) -> Int {
        (((column * ageSteps.count + step) * 5 + Int(audience.rawValue)) * 5 + Int(kind.rawValue)) * Self.flagCount
            + flags
    }

    private func column(of code: ClassCode) -> Int {
        if code == .unknown { return 0 }
        let mask = slots.count - 1
        var slot = Int(code.rawValue) & mask
        while slots[slot] != 0 {
            if slots[slot] >> 16 == UInt32(code.rawValue) { return Int(slots[slot] & 0xFFFF) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    private func step(of age: Int) -> Int {
        var step = ageSteps.count - 1
        while step > 0, ageSteps[step] > age { step -= 1 }
        return step
    }
}
