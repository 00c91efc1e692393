import ArgumentParser
import Domain
import Tabular

/// Imports files.
struct ImportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import taxonomy, people, friendships, products or purchases from CSV, TSV or JSON Lines.",
        discussion: """
            Running an import again changes nothing that is there already, so it is also how to resume one. Bad rows are told \
            by line with the reason and left out; the exit code is then 3. With --strict the first bad row stops it, and \
            nothing is applied.

            Columns are found by their header. Fields:
              taxonomy     id, parent_id, en_path, zh_path
              people       handle, name [, zone, minor]
              friendships  a, b
              products     id, title [, title_zh], category, brand, price, currency [, exclusive_price, commission, status,
                           references]
              purchases    order, buyer, product, quantity, total, currency, at [, line, shop, status]

            A field that is absent or empty stays as it was; `null`, which only JSON Lines has, clears it. Leaving minority and \
            listing a good again have to be said; no import takes a return back. A row that would lower the class of a good, by its \
            title, brand or shelf, is refused unless --allow-lowering is given; so is a purchase that was another buyer's, \
            unless --reassign is given. Rows of one key (handle; id; order and line) that differ are all refused. To find them, \
            what comes by a pipe is copied to an unnamed temporary file.

            A product's commission is in basis points, its status `listed` or `delisted`, and its references are what others ask: \
            SELLER=PRICE, separated by semicolons. A purchase's status is `bought` or `returned`; its line is the product where \
            there is none.

            Amounts are decimals in major units (19.90) in a currency of ISO 4217; an `at` without an offset is read in the \
            buyer's zone. A cell that begins with a quote is quoted, in CSV and TSV; line breaks in titles become blanks.

            Examples:
              vitrine import people --data ./data people.csv
              vitrine import purchases --data ./data --columns order=basket_id,at=time orders.tsv
              gzip -dc orders.csv.gz | vitrine import purchases --data ./data --format csv -
            """,
        subcommands: [
            TaxonomyImport.self, PeopleImport.self, FriendshipsImport.self, ProductsImport.self, PurchasesImport.self,
        ])
}

struct TaxonomyImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "taxonomy", abstract: "Replace the category tree by the one in the file.")

    @OptionGroup var importing: ImportOptions
    @Flag(
        help:
            "Accept a tree that lacks roots the policy classifies by; goods under them are then unknown, or worse, ordinary."
    )
    var acceptUnclassified = false
    @Flag(help: "Accept a tree under which goods or categories would be treated less strictly than before.")
    var allowLowering = false

    func run() async throws {
        try await TableImport<CategoryRow, Operation.CategoryInput>(
            name: "categories", options: importing, batch: .max,
            input: { row in
                Operation.CategoryInput(id: row.id, parent: row.parentID, en: row.name.en, zh: row.name.zh)
            },
            operation: {
                .replaceTaxonomy(
                    $0, acceptUnclassified: acceptUnclassified, allowLowering: allowLowering, dryRun: $1)
            },
            // A tree with rows left out would be another tree.
            isWhole: true
        ).run()
    }
}

struct PeopleImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people", abstract: "Put people; known handles are changed.")

    @OptionGroup var importing: ImportOptions

    func run() async throws {
        try await TableImport<PersonRow, Operation.PersonInput>(
            name: "people", options: importing, batch: 2_000, key: .handle,
            input: { row in
                Operation.PersonInput(
                    handle: row.handle.text, name: row.name, zone: row.zone.map(\.identifier), isMinor: row.isMinor)
            },
            operation: { .putPeople($0, dryRun: $1) }
        ).run()
    }
}

struct FriendshipsImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "friendships", abstract: "Befriend people, pair by pair.")

    @OptionGroup var importing: ImportOptions

    func run() async throws {
        try await TableImport<FriendshipRow, Operation.Pair>(
            name: "friendships", options: importing, batch: 20_000,
            input: { row in Operation.Pair(first: row.a.text, second: row.b.text) },
            operation: { .befriend($0, dryRun: $1) }
        ).run()
    }
}

struct ProductsImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "products", abstract: "Put goods into the catalogue; known ids are changed.")

    @OptionGroup var importing: ImportOptions
    @Flag(help: "Take rows by which a good would be treated less strictly than before.")
    var allowLowering = false

    func run() async throws {
        try await TableImport<ProductRow, Operation.ProductInput>(
            name: "products", options: importing, batch: 100_000,
            key: .product, input: Operation.ProductInput.init,
            operation: { .putProducts($0, allowLowering: allowLowering, dryRun: $1) }
        ).run()
    }
}

struct PurchasesImport: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "purchases", abstract: "Put purchases, keyed by order and line; known ones are replaced.")

    @OptionGroup var importing: ImportOptions
    @Option(help: "Whose orders they are: orders of different clients never collide.")
    var client = "import"
    @Flag(help: "Take rows whose order and line is another buyer's so far, and take it from that buyer.")
    var reassign = false

    func run() async throws {
        try await TableImport<PurchaseRow, Operation.PurchaseInput>(
            name: "purchases", options: importing,
            // Addresses are random, so small batches write a page for every box.
            batch: 50_000,
            key: .orderLine,
            input: Operation.PurchaseInput.init,
            operation: { .putPurchases(source: client, $0, reassign: reassign, dryRun: $1) }
        ).run()
    }
}

extension Operation.PurchaseInput {
    init(_ row: PurchaseRow) {
        let seconds: Int64
        let isLocal: Bool
        switch row.at {
        case .instant(let instant): (seconds, isLocal) = (instant.seconds, false)
        case .local(let local): (seconds, isLocal) = (local.secondsFromEpoch, true)
        }
        self.init(
            order: row.order, line: row.orderLine, buyer: row.buyer.text, product: row.product.text,
            quantity: UInt32(row.quantity), total: row.total.minorUnits, currency: row.total.currency.code,
            seconds: seconds, isLocal: isLocal, shop: row.shop.map(\.text), status: row.status?.rawValue)
    }
}

extension Operation.ProductInput {
    init(_ row: ProductRow) {
        self.init(
            id: row.id.text, en: row.titleEN, zh: row.titleZH, category: row.categoryID, brand: row.brand,
            listPrice: row.listPrice.map(Operation.MoneyInput.init),
            exclusivePrice: row.exclusivePrice.map(Operation.MoneyInput.init), isListed: row.isListed,
            commissionRate: row.commissionRate.map(\.value),
            references: row.references.map { references in
                references.map { Operation.ReferenceInput(seller: $0.seller, price: Operation.MoneyInput($0.price)) }
            })
    }
}

extension Operation.MoneyInput {
    fileprivate init(_ money: Money) { self.init(amount: money.minorUnits, currency: money.currency.code) }
}
