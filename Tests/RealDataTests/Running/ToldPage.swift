/// A page as a client reads it.
struct ToldPage: Decodable {
    struct Item: Decodable {
        var id: String
        var kind: String
        var actor: Actor
        var product: Product?
        var time: Time
        var price: Price?
        var quantity: Int?
        var boughtAt: Actor?
        var shop: Actor?
    }

    struct Actor: Decodable {
        var handle: String
        var name: String?
    }

    struct Product: Decodable {
        var precision: String
        var id: String?
        var category: Label?
        var brand: String?
    }

    struct Label: Decodable {
        var id: String
    }

    struct Time: Decodable {
        var precision: String
        var value: String
    }

    struct Price: Decodable {
        var precision: String
        var currency: String
        var from: Int64?
    }

    var items: [Item]
    var next: String?
}
