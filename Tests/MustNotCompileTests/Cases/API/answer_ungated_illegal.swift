import Disclosure
import Domain
import HTTPTypes
import Hummingbird

private func answered() -> Endpoint {
    Endpoint(.get, "/v1/me/visibility", .visibilityNarrow) { _ in
        // expect: cannot convert value of type 'Response' to closure result type 'Answer'
        Response(status: .ok)
    }
}

private func ready() -> Endpoint {
    // expect: cannot convert value of type 'Response' to closure result type 'Admitted<ReadyAnswer>?'
    Endpoint(.get, "/v1/feed", .feedRead, ready: { _ in Response(status: .ok) }) { _ in .plain(.done()) }
}

private func gated(_ view: VisibilityView) -> Answer {
    // expect: cannot convert value of type 'VisibilityView' to expected argument type 'Admitted<ReadyAnswer>'
    .gated(view)
}

private func plain(_ view: VisibilityView) -> Answer {
    // expect: cannot convert value of type 'VisibilityView' to expected argument type 'Answer.Plain'
    .plain(view)
}

private func kept() -> BoundedCache<PersonID, VisibilityView> {
    // expect: 'BoundedCache<Key, Value>' initializer is inaccessible due to 'internal' protection level
    BoundedCache(limit: 1)
}
