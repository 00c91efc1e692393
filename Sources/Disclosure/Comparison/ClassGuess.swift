public import Domain

/// How well one form tells that purchases are of one class of tier B.
///
/// The guesser knows the policy, the settings, the counts behind both figures, and of a purchase the form in which it is
/// shown: the label and the precision of every field. Naming a class by how many of that form are of it, they cannot do
/// better. The base rate is what they could say without looking at how coarse the form is.
///
/// Sensitivity: counts only, for the operator.
public struct ClassGuess: Sendable, Equatable {
    /// A class among purchases.
    public struct Share: Sendable, Equatable {
        public let ofClass: Int
        public let all: Int

        public init(ofClass: Int, of all: Int) {
            self.ofClass = ofClass
            self.all = all
        }

        public var rate: Double { all == 0 ? 0 : Double(ofClass) / Double(all) }
    }

    public let classID: String
    public let setting: Usefulness.Setting
    public let audience: Audience
    public let form: Disclosure
    /// The id of the category that is shown; nothing where it is the product itself that is shown, or its brand.
    public let label: String?
    /// Among the purchases that this audience sees in this form under this label.
    public let guess: Share
    /// Among the purchases under the label that are ordinary or that this audience sees in any form; where no label is
    /// shown, among those of the department.
    public let base: Share
    /// The class that most purchases of this form are of.
    public let likeliestID: String

    /// Whether the form tells more of the class than its label does.
    public var beatsBaseRate: Bool { guess.ofClass * base.all > base.ofClass * guess.all }
}
