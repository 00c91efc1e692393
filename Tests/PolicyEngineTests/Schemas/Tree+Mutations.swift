/// A tree in which one thing was changed.
struct Mutation: CustomStringConvertible {
    let description: String
    let tree: Tree
}

extension Tree {
    /// Every tree that differs from this one in one thing, at whatever depth; lists are bent in their first element.
    var mutations: [Mutation] { mutations(at: "") }

    private func mutations(at path: String) -> [Mutation] {
        var all = replacements(at: path)
        switch self {
        case .mapping(let members):
            for (position, member) in members.enumerated() {
                var rest = members
                rest.remove(at: position)
                all.append(Mutation(description: "\(path) without \(member.key)", tree: .mapping(rest)))
                all += member.value.mutations(at: "\(path).\(member.key)").map { mutation in
                    var changed = members
                    changed[position].value = mutation.tree
                    return Mutation(description: mutation.description, tree: .mapping(changed))
                }
            }
            all.append(
                Mutation(
                    description: "\(path) with an unknown key", tree: .mapping(members + [("unheardOf", .text("x"))])))
        case .list(let elements):
            all.append(Mutation(description: "\(path) emptied", tree: .list([])))
            guard let first = elements.first else { break }
            all.append(Mutation(description: "\(path) with its first twice", tree: .list([first] + elements)))
            all += first.mutations(at: "\(path)[0]").map { mutation in
                Mutation(description: mutation.description, tree: .list([mutation.tree] + elements.dropFirst()))
            }
        case .null, .boolean, .number, .text: break
        }
        return all
    }

    private func replacements(at path: String) -> [Mutation] {
        var others: [Tree] = [
            .text("Unheard of"), .text(""), .text("nothing"), .number(1), .boolean(true), .list([.text("purchase")]),
            .mapping([]),
        ]
        switch self {
        case .number: others += [.text("7"), .number(-1), .number(0), .number(10_000_000), .number(2.5)]
        case .boolean: others.append(.boolean(false))
        case .null, .text, .list, .mapping: break
        }
        return others.filter { $0 != self }.map {
            Mutation(description: "\(path) as \($0.yaml)", tree: $0)
        }
    }
}
