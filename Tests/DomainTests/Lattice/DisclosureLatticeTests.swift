import Domain
import Testing

/// The laws of the lattice, over every point of it.
struct DisclosureLatticeTests {
    private static let points = Disclosure.all
    private static let normal = Disclosure.all.filter { $0 == $0.normalized }

    @Test func `there are five times six times three times two times two points`() {
        #expect(Self.points.count == 5 * 6 * 3 * 2 * 2)
        #expect(Set(Self.points).count == Self.points.count)
    }

    @Test func `meet and join do not care which comes first`() {
        for left in Self.points {
            for right in Self.points {
                guard left.meet(right) == right.meet(left), left.join(right) == right.join(left) else {
                    Issue.record("\(left) and \(right)")
                    return
                }
            }
        }
    }

    @Test func `a meet is the greatest normal form below both`() {
        for left in Self.normal {
            for right in Self.normal {
                let meet = left.meet(right)
                guard meet.isAtMost(left), meet.isAtMost(right), meet == meet.normalized,
                    Self.normal.allSatisfy({ !($0.isAtMost(left) && $0.isAtMost(right)) || $0.isAtMost(meet) })
                else {
                    Issue.record("\(left) and \(right)")
                    return
                }
            }
        }
    }

    @Test func `a join is the least point above both`() {
        for left in Self.normal {
            for right in Self.normal {
                let join = left.join(right)
                guard left.isAtMost(join), right.isAtMost(join),
                    join.isAtMost(.full), left.join(.nothing) == left, left.join(.full) == .full
                else {
                    Issue.record("\(left) and \(right)")
                    return
                }
            }
        }
    }

    @Test func `meet and join do not care how three are grouped`() {
        let some = stride(from: 0, to: Self.points.count, by: 7).map { Self.points[$0] }
        for first in some {
            for second in some {
                for third in some
                where first.meet(second).meet(third) != first.meet(second.meet(third))
                    || first.join(second).join(third) != first.join(second.join(third))
                {
                    Issue.record("\(first), \(second) and \(third)")
                    return
                }
            }
        }
    }

    @Test func `a point met or joined with itself stays`() {
        for point in Self.points {
            #expect(point.join(point) == point)
            #expect(point.meet(point) == point.normalized)
        }
    }

    @Test func `full and nothing are the ends`() {
        for point in Self.points {
            #expect(point.isAtMost(.full))
            #expect(point.normalized.meet(.full) == point.normalized)
            #expect(point.meet(.nothing) == .nothing)
            #expect(point.isNothing == (point.normalized == .nothing))
            #expect(Disclosure.nothing.isAtMost(point.normalized))
        }
    }

    @Test func `absorption holds between points in normal form`() {
        for left in Self.normal {
            for right in Self.normal {
                guard left.meet(left.join(right)) == left, left.join(left.meet(right)) == left else {
                    Issue.record("\(left) and \(right)")
                    return
                }
            }
        }
    }

    @Test func `normal form is found in one step, below the point, and keeps the order`() {
        for left in Self.points {
            #expect(left.normalized.normalized == left.normalized)
            #expect(left.normalized.isAtMost(left))
            for right in Self.points where left.isAtMost(right) && !left.normalized.isAtMost(right.normalized) {
                Issue.record("\(left) and \(right)")
                return
            }
        }
    }

    @Test func `what would tell more than its fields say is left out`() {
        for point in Self.normal where !point.isNothing {
            if point.product > .exact {
                #expect(point.price >= .band && point.quantity == .none && point.shop == .none)
            }
            if point.time > .day { #expect(point.price >= .band && point.shop == .none) }
        }
    }

    @Test func `an order is one`() {
        for left in Self.normal {
            for right in Self.normal where left.isAtMost(right) && right.isAtMost(left) && left != right {
                Issue.record("\(left) and \(right)")
                return
            }
        }
    }

    @Test func `every point has a code of its own, and other codes have no point`() {
        for code in UInt16.min...UInt16.max {
            if let point = Disclosure(code: code) {
                guard point.code == code else {
                    Issue.record("code \(code)")
                    return
                }
            }
        }
        #expect(Set(Self.points.map(\.code)).count == Self.points.count)
        #expect(Disclosure(code: 5) == nil)
        #expect(Disclosure(code: 6 << 3) == nil)
        #expect(Disclosure(code: 3 << 6) == nil)
        #expect(Disclosure(code: 1 << 10) == nil)
    }

    @Test func `a time shows a bucket of its size, and no time shows none`() {
        #expect(TimePrecision.allCases.map(\.bucketSize) == [.minute, .day, .week, .month, .quarter, nil])
    }
}
