import Domain
import PolicyEngine

extension Mutator {
    func numberMutants() -> [Mutant] { edges() + settles() + thresholds() + depths() + shop() }

    private func offByOne(
        _ kind: MutationOperator, _ name: String, _ path: WritableKeyPath<PolicyParts, Int>
    ) -> [Mutant] {
        let value = parts[keyPath: path]
        return [value - 1, value + 1].compactMap { (other: Int) -> Mutant? in
            mutant(kind, "\(name) \(other) instead of \(value)") { $0[keyPath: path] = other }
        }
    }

    private func edges() -> [Mutant] {
        parts.bandEdges.sorted { $0.key < $1.key }.flatMap { currency, edges in
            edges.indices.dropFirst().flatMap { index in
                [edges[index] - 1, edges[index] + 1].compactMap { (other: Int64) -> Mutant? in
                    mutant(.moveEdge, "bands of \(currency): edge \(other) instead of \(edges[index])") {
                        $0.bandEdges[currency]?[index] = other
                    }
                }
            }
        }
    }

    /// A day, since ticks are a day apart; minutes settle by the hour.
    private func settles() -> [Mutant] {
        TimeBucket.Size.allCases.flatMap { size -> [Mutant] in
            let hours = parts.settleHours[size] ?? 0
            let step = size == .minute ? 1 : 24
            return [hours - step, hours + step].filter { $0 >= 0 }.compactMap { (other: Int) -> Mutant? in
                mutant(.changeSettle, "settle of a \(size): \(other) hours instead of \(hours)") {
                    $0.settleHours[size] = other
                }
            }
        }
    }

    private func thresholds() -> [Mutant] {
        let numbers: [(String, WritableKeyPath<PolicyParts, Int>)] = [
            ("k", \.k), ("goods that look alike", \.preimageGoods), ("hold of a raise", \.raiseHold),
            ("telling: percent ordinary", \.telling.ordinaryShare),
            ("telling: count ordinary", \.telling.ordinaryCount),
            ("telling: percent of one class", \.telling.classShare),
        ]
        return numbers.flatMap { offByOne(.changeThreshold, $0.0, $0.1) }
    }

    private func depths() -> [Mutant] {
        offByOne(.changeLabel, "labels: department at depth", \.labels.department)
            + offByOne(.changeLabel, "labels: category at depth", \.labels.category)
    }

    private func shop() -> [Mutant] {
        let tiers = [Tier.ordinary, .ownerDecides, .coarsen, .withhold].compactMap { (tier: Tier) -> Mutant? in
            let isPickable = parts.shop.pickable.contains(tier)
            return mutant(.changeShop, "tier \(tier.name) \(isPickable ? "not pickable" : "pickable")") {
                $0.shop.pickable.formSymmetricDifference([tier])
            }
        }
        return tiers + offByOne(.changeShop, "slots", \.shop.slots)
            + offByOne(.changeShop, "lock hours", \.shop.lockHours)
    }
}
