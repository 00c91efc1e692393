import Disclosure

func made() {
    // expect: 'Principal' initializer is inaccessible due to 'internal' protection level
    _ = Principal(person: nil, client: "c", scopes: [], tokenID: "t")
}
