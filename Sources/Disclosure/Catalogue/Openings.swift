import Domain
import PolicyEngine

/// The forms and goods that a change of catalogue, taxonomy or policy has let be shown, until the monthly tick after it.
///
/// Without them goods that are added to a catalogue until `k` stand behind a label would show a whole history at once. A
/// purchase that was released before such a change is shown as if it had not come, until that tick; what is released later
/// is shown as it is. Lowering a count again acts at once. No personal data.
struct Openings: Sendable {
    enum Subject: Hashable {
        case form(LabelForm)
        /// A category came to stand under a label that may be shown.
        case place(category: UInt32, ProductPrecision, isOfTelling: Bool)
        /// The product, or the category, is of a class that is less strict than the one before.
        case product(UInt32)
        case category(UInt32)
    }

    struct Opening: Hashable {
        var at: Instant
        /// The monthly tick after it.
        var until: Instant
        /// The class before, of products and categories.
        var former: ClassCode
    }

    private var bySubject: [Subject: Opening] = [:]
    /// The ends of all openings, rising, each once: they are monthly ticks, so these are few.
    private(set) var ends: [Instant] = []
    /// The monthly ticks, past ones of a year as well, at which purchases were shown because of openings, rising.
    private(set) var notices: [Instant] = []

    /// How many ends are still to come: an exposed item is made anew when it changes.
    func pendingEnds(at now: Instant) -> Int { ends.count { $0 > now } }

    func nextEnd(after now: Instant) -> Instant? { ends.first { $0 > now } }

    /// Adds what was opened at an instant; of several openings of one subject the last counts, with the first class.
    mutating func note(_ subjects: [Subject: ClassCode], at: Instant, until: Instant) {
        for (subject, former) in subjects {
            let known = bySubject[subject].flatMap { $0.until > at ? $0 : nil }
            bySubject[subject] = Opening(
                at: at, until: max(until, known?.until ?? until), former: known?.former ?? former)
        }
        if !subjects.isEmpty, !ends.contains(until) { ends = (ends + [until]).sorted() }
    }

    mutating func noteNotice(_ tick: Instant) {
        if !notices.contains(tick) { notices = (notices + [tick]).sorted() }
    }

    /// Those that were noted before an instant: what a former state knew.
    func noted(before instant: Instant) -> Openings {
        var openings = self
        openings.bySubject = bySubject.filter { $0.value.at < instant }
        return openings
    }

    /// Lets go of what has ended.
    mutating func trim(at now: Instant) {
        guard let first = ends.first, first <= now else { return }
        bySubject = bySubject.filter { $0.value.until > now }
        ends.removeAll { $0 <= now }
    }

    /// The opening of a subject that keeps something from being shown that was released at a minute.
    func closing(_ subject: Subject, releasedAt minute: Int64, now: Instant) -> Opening? {
        guard let opening = bySubject[subject], opening.at <= now, now < opening.until,
            minute <= opening.at.minutes
        else { return nil }
        return opening
    }

    func isPending(_ subject: Subject, at now: Instant) -> Bool {
        bySubject[subject].map { $0.at <= now && now < $0.until } ?? false
    }
}

extension Rulebook {
    /// Everything that an opening could be about for a purchase of a product and a category.
    func openingSubjects(product: UInt32, category: UInt32) -> [Openings.Subject] {
        var subjects: [Openings.Subject] = [.product(product), .category(category)]
        for precision in [ProductPrecision.category, .department] {
            for isOfTelling in [false, true] {
                subjects += openingSubjects(category: category, precision, isOfTelling: isOfTelling)
            }
        }
        return subjects
    }

    func openingSubjects(
        category: UInt32, _ precision: ProductPrecision, isOfTelling: Bool
    ) -> [Openings.Subject] {
        let precision = precision == .brand ? .category : precision
        guard let label = label(of: category, precision) else { return [] }
        return [
            .form(LabelForm(label: label.number, precision: precision, isOfTelling: isOfTelling)),
            .place(category: category, precision, isOfTelling: isOfTelling),
        ]
    }

    /// The forms that this rulebook shows and a former one did not, by the products that were changed, or by all.
    ///
    /// `gone` has the numbers of products that were taken off before: their purchases are there still.
    func opened(
        since former: Rulebook, touching ids: Set<ProductID>? = nil, gone: [ProductID: UInt32] = [:]
    ) -> [Openings.Subject: ClassCode] {
        var subjects: [Openings.Subject: ClassCode] = [:]
        let goods = ids.map { ids in
            ids.flatMap { [former.good($0), good($0)].compactMap(\.self) }.compactMap { $0.counted(policy) }
        }
        let thresholds = (now: FormThresholds(policy), before: FormThresholds(former.policy))
        for form in census.opened(
            since: former.census, under: thresholds.now, before: thresholds.before, by: goods)
        {
            subjects[.form(form)] = .unknown
        }
        let isLessStrict = { (code: ClassCode, before: ClassCode) in
            self.policy.tier(of: code) < former.policy.tier(of: before)
        }
        for id in ids ?? Set(products.map(\.id)) {
            guard let after = good(id), let number = former.good(id)?.product.number ?? gone[id] else { continue }
            let before = former.good(id)?.classCode ?? .unknown
            if isLessStrict(after.classCode, before) { subjects[.product(number)] = before }
        }
        if ids != nil { return subjects }
        for category in taxonomy.categories {
            let (code, before) = (
                classifier.classCode(ofCategory: category.number),
                former.classifier.classCode(ofCategory: category.number)
            )
            if isLessStrict(code, before) { subjects[.category(category.number)] = before }
            for precision in [ProductPrecision.category, .department] {
                let label = label(of: category.number, precision)?.number
                let formerLabel = former.label(of: category.number, precision)?.number
                guard let label, label != formerLabel else { continue }
                for isOfTelling in [false, true] {
                    let form = LabelForm(label: label, precision: precision, isOfTelling: isOfTelling)
                    let couldBefore = formerLabel.map {
                        former.census.admits(
                            LabelForm(label: $0, precision: precision, isOfTelling: isOfTelling), thresholds.before)
                    }
                    if census.admits(form, thresholds.now), couldBefore != true {
                        subjects[.place(category: category.number, precision, isOfTelling: isOfTelling)] = .unknown
                    }
                }
            }
        }
        return subjects
    }
}
