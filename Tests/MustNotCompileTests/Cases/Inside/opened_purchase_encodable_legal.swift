private struct Page: Encodable { let items: [ExposedItem] }
