extension FaultyEdit {
    /// Words of titles that raise a good.
    static let terms = [
        term("condoms thought to have a shelf of their own, so no word needed", "en: [condom, condoms, ", "en: ["),
        term("a hyphen where a test is", "en: [hiv, aids test, ", "en: [hiv-test, aids test, "),
        term("a Chinese word cut short, which hits boots and helmets", "zh: [安全套]", "zh: [安全]"),
        term("a vowel lost", "en: [tampon, tampons, tampax", "en: [tampn, tampns, tampax"),
        term("a word thought to be too common", "jockstrap, jockstraps, bra, bras,", "jockstrap, jockstraps,"),
        term(
            "oils of hemp filed with the vitamins", "- class: substances\n    en: [cbd oil",
            "- class: supplements\n    en: [cbd oil"),
        term(
            "insulin filed with the plasters", "- class: health-condition\n    en: [diabetes",
            "- class: minor-ailments\n    en: [diabetes"),
        term(
            "campaigns filed with the flags", "- class: politics\n    en: [trump 2016",
            "- class: identity-symbols\n    en: [trump 2016"),
        term(
            "a term put into the ordinary class to free a product", "- class: home-security\n    en: [security camera",
            "- class: ordinary\n    en: [security camera"),
        term(
            "a term of a class that does not exist", "- class: disability\n    en: [wheelchair",
            "- class: mobility\n    en: [wheelchair"),
        term("Chinese thrown out with a line", "    zh: [轮椅]\n", ""),
        term("a Chinese word among the English ones", "    zh: [香烟]", "    en: [香烟]"),
        term(
            "a complaint about butter", "en: [gay, gays]\n    unless: { en: [", "en: [gay parade]\n    unless: { en: ["),
        term("spies taken for toys", "en: [hidden camera, hidden cameras, spy camera, spy cam, spy cams,", "en: ["),
        term(
            "divorces taken for books", "foreclosure, food stamps, divorce, ",
            "foreclosure, food stamps, "),
        term(
            "guns thought to be sold nowhere",
            "handgun, handguns, pistol, pistols, revolver, rifle,\n      rifles, shotgun, ", ""),
        term("an abbreviation too short to be a word", "en: [acne, psoriasis", "en: [ac, psoriasis"),
        term("a title term without words", "    zh: [按摩棒]\n", ""),
        term(
            "pregnancy found to be too many words",
            "en: [pregnancy, pregnant, ", "en: ["),
        term(
            "urns taken for vases",
            "en: [cremation, urn for ashes, urns for ashes, memorial urn, ", "en: ["),
    ]

    /// Decoys that take a title out again.
    static let exceptions = [
        term(
            "an exception that swallows its term", "unless: { en: [bible of cooking,",
            "unless: { en: [bible, bible of cooking,"),
        term(
            "an exception for wine racks that lets out wine", "unless: { en: [vodka scented,",
            "unless: { en: [bottle, red, vodka scented,"),
        term(
            "an exception for pregnant pauses made one for gifts", "unless: { en: [pregnant pause,",
            "unless: { en: [kit, gift, pregnant pause,"),
        term(
            "an exception for replicas that lets out rifles", "unless: { en: [nerf, water pistol,",
            "unless: { en: [hunting, air, nerf, water pistol,"),
        term(
            "exceptions for pets lost with a line",
            "dog, dogs, cat, cats, puppy, pet vitamins,", "puppy,"),
        term(
            "an exception for toy vibrators that lets out personal ones", "unless: { en: [concrete vibrator,",
            "unless: { en: [personal, rechargeable, concrete vibrator,"),
        term(
            "a decoy forgotten: root beer", "unless: { en: [vodka scented, root beer, ginger beer, butter beer,",
            "unless: { en: [vodka scented,"),
        term(
            "sports bras lost among the decoys", "unless: { en: [sports bra, sports bras, running bra, ",
            "unless: { en: ["),
        term(
            "an exception in the wrong language", "unless: { zh: [拐杖糖, 拐杖伞, 拐杖棒棒糖, 圣诞拐杖] }",
            "unless: { en: [candy cane] }"),
    ]

    private static func term(_ intention: String, _ old: String, _ new: String, needsCompleteSuites: Bool = false)
        -> FaultyEdit
    {
        FaultyEdit(
            intention: intention, file: "sensitive.yaml", old: old, new: new, needsCompleteSuites: needsCompleteSuites)
    }
}
