extension FaultyEdit {
    /// How closely each class is kept.
    static let classes = [
        FaultyEdit("an owner-decides class moved to ordinary because a test was red", in: "sensitive.yaml") {
            """
              - id: media-choice
                tier: owner-decides
            ---
              - id: media-choice
                tier: ordinary
            """
        },
        FaultyEdit("a drink is nothing to hide", in: "sensitive.yaml") {
            """
              - id: alcohol
                tier: coarsen
            ---
              - id: alcohol
                tier: owner-decides
            """
        },
        FaultyEdit("religion is culture, and coarsened", in: "sensitive.yaml") {
            """
              - id: religion
                tier: withhold
            ---
              - id: religion
                tier: coarsen
            """
        },
        FaultyEdit("weddings made stricter than anybody asked", in: "sensitive.yaml") {
            """
              - id: weddings
                tier: owner-decides
            ---
              - id: weddings
                tier: coarsen
            """
        },
        FaultyEdit("underwear withheld out of shame", in: "sensitive.yaml") {
            """
              - id: underwear
                tier: coarsen
            ---
              - id: underwear
                tier: withhold
            """
        },
        FaultyEdit("children's underwear treated like underwear", in: "sensitive.yaml") {
            """
              - id: child-intimate
                tier: withhold
            ---
              - id: child-intimate
                tier: coarsen
            """
        },
        FaultyEdit("substances left to the owner, who may be proud of recovery", in: "sensitive.yaml") {
            """
              - id: substances
                tier: withhold
            ---
              - id: substances
                tier: owner-decides
            """
        },
        FaultyEdit("the unclassified coarsened, as most of it is harmless", in: "sensitive.yaml") {
            """
              - id: unknown
                tier: withhold
            ---
              - id: unknown
                tier: coarsen
            """
        },
        FaultyEdit("the tracker of a stolen bicycle belongs to whoever buys it", in: "sensitive.yaml") {
            """
              - id: whereabouts
                tier: coarsen
            ---
              - id: whereabouts
                tier: owner-decides
            """
        },
        FaultyEdit("a class deleted that seemed to be double", in: "sensitive.yaml") {
            """
              - id: sexual-identity
                tier: withhold
                name: { en: "Sexual orientation and gender", zh: 性取向与性别认同 }
                because: [gdpr-9, prc-civil-code-1032, google-sensitive-interests]

            ---

            """
        },
        FaultyEdit("a class given a shorter name in one place", in: "sensitive.yaml") {
            """
              - id: tobacco-vaping
            ---
              - id: tobacco
            """
        },
        FaultyEdit("a reason left for later", in: "sensitive.yaml") {
            """
                name: { en: "Death and mourning", zh: 丧葬与哀悼 }
                because: [google-sensitive-interests, gbt-45574, dignity]
            ---
                name: { en: "Death and mourning", zh: 丧葬与哀悼 }
                because: []
            """
        },
        FaultyEdit("a class pasted twice", in: "sensitive.yaml") {
            """
              - id: gambling
                tier: coarsen
            ---
              - id: alcohol
                tier: coarsen
            """
        },
        FaultyEdit("a tier by its letter", in: "sensitive.yaml") {
            """
              - id: politics
                tier: withhold
            ---
              - id: politics
                tier: A
            """
        },
    ]
}
