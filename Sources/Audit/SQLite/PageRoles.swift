/// What each page of a database is for.
struct PageRoles {
    enum Role: Equatable {
        /// In the tree of the object of this index.
        case tree(Int)
        /// Carries on a record of the object of this index.
        case overflow(Int)
        case free
        /// In no tree and no list.
        case stray
    }

    let objects: [SchemaObject]
    private var roles: [Role]

    init(_ image: DatabaseImage) {
        objects = SchemaObject.all(in: image)
        var roles = Array(repeating: Role.stray, count: image.pageCount + 1)
        for (index, object) in objects.enumerated() where object.root > 0 {
            image.walk(root: object.root, visiting: { roles[$0.number] = .tree(index) }) { page, cell in
                guard cell.overflow != nil else { return }
                _ = image.payload(of: cell, on: page) { roles[$0] = .overflow(index) }
            }
        }
        for page in image.freePages() where roles.indices.contains(page) { roles[page] = .free }
        self.roles = roles
    }

    subscript(page: Int) -> Role { roles.indices.contains(page) ? roles[page] : .stray }

    /// The object whose records lie on a page.
    func object(of page: Int) -> SchemaObject? {
        switch self[page] {
        case .tree(let index), .overflow(let index): objects[index]
        case .free, .stray: nil
        }
    }

    func count(_ role: Role) -> Int { roles.dropFirst().count { $0 == role } }

    /// How many pages a table takes, those that its records go on on included.
    func pages(of table: String) -> Int {
        let indices = objects.indices.filter { objects[$0].table == table }
        return roles.dropFirst().count { role in
            switch role {
            case .tree(let index), .overflow(let index): indices.contains(index)
            case .free, .stray: false
            }
        }
    }
}
