import Domain

extension Usefulness {
    /// Of each class, setting and audience the guess that gains most on its base rate; of equal ones the likeliest.
    public var strongestGuesses: [ClassGuess] {
        var strongest: [ClassGuess] = []
        for guess in guesses {
            guard let last = strongest.last, last.isAbout(theSameAs: guess) else {
                strongest.append(guess)
                continue
            }
            if (last.gain, last.guess.rate) < (guess.gain, guess.guess.rate) { strongest[strongest.count - 1] = guess }
        }
        return strongest
    }

    /// Whether some form tells more of a class of tier B than its label does, or makes it the likeliest class.
    public var isGuessable: Bool { guesses.contains { $0.beatsBaseRate || $0.likeliestID == $0.classID } }
}

extension ClassGuess {
    fileprivate var gain: Double { base.ofClass == 0 ? .infinity : guess.rate / base.rate }

    fileprivate func isAbout(theSameAs other: ClassGuess) -> Bool {
        classID == other.classID && setting == other.setting && audience == other.audience
    }
}
