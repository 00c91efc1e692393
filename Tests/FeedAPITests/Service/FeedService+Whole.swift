import Disclosure
import FriendShops
import PersonalExport
import Sealing

@testable import FeedAPI

extension FeedService {
    /// The service with shops and exports.
    init(point: EnforcementPoint, reload: PolicyReload? = nil) {
        let shops = FriendShops(point: point)
        self.init(
            point: point, shops: shops,
            exports: PersonalArchive(
                point: point, shops: shops, version: "test", digest: { PublicDigest.blake2b256($0) }),
            reload: reload)
    }
}
