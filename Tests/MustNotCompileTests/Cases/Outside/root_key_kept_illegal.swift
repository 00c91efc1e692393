import Sealing

func kept(_ root: consuming RootKey) -> Any {
    // expect: 'RootKey'
    root
}

func printed(_ root: borrowing RootKey) {
    // expect: 'RootKey'
    print(root)
    // expect: 'key' is inaccessible due to 'internal' protection level
    _ = root.key
}

// expect: has non-Copyable type 'RootKey'
final class Holder { struct Inner { let root: RootKey } }

func copied(_ root: borrowing RootKey) -> RootKey {
    // expect: 'copy' cannot be applied to noncopyable types
    copy root
}
