import Domain

extension SuiteFile {
    /// What the reader of a suite takes apart.
    static let fields: [Field] = [
        .required("suite", .text, "The sentence that the suite stands for."),
        .required(beside: "people", "now", .instant, "When it is looked at."),
        .optional("people", PersonReader.people, "Everybody, with the settings of each."),
        .optional("relations", .mapping(SuiteWorldReader.relations), "How people stand towards each other."),
        .optional("consent", .entries(of: .mapping(AgreementReader.fields)), "What owners agreed to, by person."),
        .optional("forms", .entries(of: SuiteWorldReader.form), "Names for disclosures, beside the levels."),
        .optional("goods", GoodReader.goods, "The catalogue, by name."),
        .optional("purchases", .entries(of: .mapping(ActivityReader.purchase)), "What was bought, by name."),
        .optional("happenings", .entries(of: ActivityReader.happening), "What happened in shops, by name."),
        .optional("viewers", MatrixReader.viewers, "Who looks: people and audiences; everybody when left away."),
        .optional("expect", RowReader.rows, "What each viewer must see of an activity; nothing where no word is said."),
        .optional("moments", .list(of: .mapping(MatrixReader.moment)), "What must be seen at other times."),
        .optional("tables", .list(of: .mapping(MatrixReader.table)), "The same activity with many goods."),
        .optional("bands", BandReader.bands, "Lower edges of price bands in major units, by currency."),
        .optional("classifies", .list(of: .mapping(ClassificationReader.fields)), "Which class goods fall into."),
        .optional("tiers", .mapping(TierListReader.fields), "Every class of the policy, under its tier."),
        .optional("figures", .mapping(FigureReader.fields), "Constants as the files of the policy write them."),
    ]
}
