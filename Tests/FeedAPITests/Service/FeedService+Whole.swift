import Disclosure
import FriendShops
import PersonalExport
import Sealing

@testable import FeedAPI

extension FeedService {
    /// The service with shops and exports.
    init(point: EnforcementPoint) {
        let shops = FriendShops(point: point)
        self.init(
            point: point, shops: shops,
            exports: PersonalArchive(
                point: point, shops: shops, version: "test", digest: { PublicDigest.blake2b256($0) }))
    }
}
