import Disclosure
import FeedBuilder

/// Something exposed that may go on on another page.
protocol Paged {
    var next: String? { get }
}

extension FeedPage: Paged {}
extension OwnPurchasePage: Paged {}
extension CataloguePage: Paged {}
