extension FaultyEdit {
    /// Where whole departments and large shelves belong.
    static let departments = [
        FaultyEdit("health and beauty counted among the harmless departments", in: "sensitive.yaml") {
            """
                because: [product-promise]
              # Shelves so coarse that most of what could stand on them is sensitive, goods without a shelf, and sets whose content is not stated.
              - class: unknown
                nodes:
                  - hb              # Health & Beauty
            ---
                  - hb              # Health & Beauty
                because: [product-promise]
              # Shelves so coarse that most of what could stand on them is sensitive, goods without a shelf, and sets whose content is not stated.
              - class: unknown
                nodes:
            """
        },
        FaultyEdit("ceremonies are custom", in: "sensitive.yaml") {
            """
              - class: religion
                nodes:
                  - rc              # Religious
            ---
              - class: culture-and-custom
                nodes:
                  - rc              # Religious
            """
        },
        FaultyEdit("what is mature taken for what is ripe", in: "sensitive.yaml") {
            """
                  - ma              # Mature

            ---

            """
        },
        FaultyEdit("gift cards need no root, as they have no content", in: "sensitive.yaml") {
            """
                  - gc              # Gift Cards

            ---

            """
        },
        FaultyEdit("a shelf of books is a shelf", in: "sensitive.yaml") {
            """
              - class: media-choice
                nodes:
                  - me              # Media
            ---
              - class: ordinary
                nodes:
                  - me              # Media
            """
        },
        FaultyEdit("music replaced by books in the ordinary shelves", in: "sensitive.yaml") {
            """
                  - me-3            # Media > Music & Sound Recordings
            ---
                  - me-1            # Media > Books
            """
        },
        FaultyEdit("health care is mostly plasters", in: "sensitive.yaml") {
            """
              - class: health-condition
                nodes:
                  - hb-1            # Health
            ---
              - class: minor-ailments
                nodes:
                  - hb-1            # Health
            """
        },
        FaultyEdit("the toddler department left to its owner", in: "sensitive.yaml") {
            """
              - class: children
                nodes:
                  - bt              # Baby & Toddler
            ---
              - class: fitness
                nodes:
                  - bt              # Baby & Toddler
            """
        },
        FaultyEdit("glasses are fashion", in: "sensitive.yaml") {
            """
              - class: vision
                nodes:
            ---
              - class: ordinary
                nodes:
            """
        },
        FaultyEdit("a digit too many in a node", in: "sensitive.yaml") {
            """
                  - hb-1-15-5       # Health
            ---
                  - hb-1-155       # Health
            """
        },
        FaultyEdit("a node claimed for two classes", in: "sensitive.yaml") {
            """
                  - fb-1-8          # Food
            ---
                  - fb-1-1          # Food
            """
        },
        FaultyEdit("a list of nodes indented into a comment", in: "sensitive.yaml") {
            """
                  - ma-1            # Mature > Erotic
            ---
                  # - ma-1            # Mature > Erotic
            """
        },
    ]

    /// Single shelves that were lost, or put elsewhere.
    static let shelves = [
        lost("the pregnancy test lost when sorting", "hb-1-15-5"),
        lost("slimming lost, and left to supplements", "hb-1-9-7"),
        lost("hunting lost, and left to sports", "sg-4-9"),
        lost("tobacco lost, and left to food", "fb-3"),
        lost("memorials lost, and left to religion", "rc-1"),
        lost("lubricants lost, and left to nobody", "hb-3-13"),
        lost("girls' underwear lost, and left to clothing", "aa-1-5"),
        lost("maternity clothes taken for clothes", "aa-1-7"),
        lost("satellite trackers taken for electronics", "el-10"),
        lost("gun safes taken for safes", "hg-2-8-3"),
        lost("breast pumps taken for toddlers' goods", "bt-10-9"),
        lost("tickets taken for entertainment", "ae-1"),
        lost("healthcare taken for a service", "se-6-3"),
        lost("finance taken for business", "bi-7"),
        lost("hemp oil taken for a vitamin", "hb-1-9-6-10"),
        lost("body jewellery taken for jewellery", "aa-6-2"),
        lost("metal detectors left to the police", "bi-16-2"),
        lost("wigs taken for hair accessories", "aa-2-14-12"),
        lost("ear plugs taken for an ailment", "hb-3-6-8"),
        lost("alcohol-free beer taken for a drink", "fb-1-8"),
        lost("burkinis taken for swimwear", "aa-1-20-5"),
        FaultyEdit("acne is cosmetics", in: "sensitive.yaml") {
            """
              - class: skin-condition
                nodes:
            ---
              - class: ordinary
                nodes:
            """
        },
        FaultyEdit("jammers filed with the alarms", in: "sensitive.yaml") {
            """
              - class: covert-surveillance
                nodes:
            ---
              - class: home-security
                nodes:
            """
        },
        FaultyEdit("breathalyzers are for careful drinkers", in: "sensitive.yaml") {
            """
              - class: substances
                nodes:
            ---
              - class: alcohol
                nodes:
            """
        },
    ]

    /// A root whose line no longer counts.
    private static func lost(_ intention: String, _ node: String, needsCompleteSuites: Bool = false) -> FaultyEdit {
        FaultyEdit(
            intention: intention, file: "sensitive.yaml", old: "      - \(node) ", new: "      # - \(node) ",
            needsCompleteSuites: needsCompleteSuites)
    }
}
