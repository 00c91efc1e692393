extension DemoSample {
    /// The catalogue.
    ///
    /// Ordinary goods stand close together, at least five to a category and most of them in one price band: the policy
    /// shows a category or a band only where that many goods fit it.
    static let goods: [Good] = groceries + home + wear + leisure + withheld + delicate
}
