import Domain
import PolicyEngine

/// Counts purchases by what they look like to one audience under one setting, and by what they might be.
struct GuessCount {
    private struct Look: Hashable {
        let form: Disclosure
        /// The number of the category shown; of what is shown more exactly, the number of its own.
        let number: UInt32
        /// What is shown more exactly than by a category stands for its class.
        let classCode: ClassCode?
    }

    /// Everything under a label, as it is shown at one precision.
    private struct Place: Hashable {
        let precision: ProductPrecision
        let number: UInt32
    }

    private typealias Counts = [ClassCode: Int]

    private let rulebook: Rulebook
    private var looks: [Look: Counts] = [:]
    private var places: [Place: Counts] = [:]

    init(rulebook: Rulebook) {
        self.rulebook = rulebook
    }

    mutating func add(_ code: ClassCode, category: UInt32, form: Disclosure, times: Int) {
        if !form.isNothing || rulebook.policy.tier(of: code) == .ordinary {
            for precision in [ProductPrecision.category, .department] {
                guard let place = place(of: category, precision) else { continue }
                places[place, default: [:]][code, default: 0] += times
            }
        }
        guard !form.isNothing else { return }
        let look = Look(
            form: form, number: place(of: category, form.product)?.number ?? category,
            classCode: form.product < .category ? code : nil)
        looks[look, default: [:]][code, default: 0] += times
    }

    private func place(of category: UInt32, _ precision: ProductPrecision) -> Place? {
        guard precision >= .category else { return nil }
        return rulebook.census.label(of: category, at: precision).map { Place(precision: precision, number: $0) }
    }

    /// Of every class of tier B and every form that shows it.
    func guesses(_ setting: Usefulness.Setting, _ audience: Audience) -> [ClassGuess] {
        let policy = rulebook.policy
        return looks.flatMap { look, counts -> [ClassGuess] in
            let isLabelled = look.form.product >= .category
            let place =
                isLabelled
                ? Place(precision: look.form.product, number: look.number) : place(of: look.number, .department)
            let population = place.flatMap { places[$0] } ?? [:]
            // Of equally many, the first by name.
            let likeliest = counts.max { ($0.value, id($1.key)) < ($1.value, id($0.key)) }
            return counts.compactMap { code, number in
                guard policy.tier(of: code) == .coarsen else { return nil }
                return ClassGuess(
                    classID: id(code), setting: setting, audience: audience, form: look.form,
                    label: isLabelled ? rulebook.taxonomy.category(number: look.number)?.id : nil,
                    guess: ClassGuess.Share(ofClass: number, of: counts.values.reduce(0, +)),
                    base: ClassGuess.Share(ofClass: population[code] ?? 0, of: population.values.reduce(0, +)),
                    likeliestID: likeliest.map { id($0.key) } ?? id(code))
            }
        }
    }

    private func id(_ code: ClassCode) -> String { rulebook.policy.sensitivityClass(code)?.id ?? "unclassified" }
}
