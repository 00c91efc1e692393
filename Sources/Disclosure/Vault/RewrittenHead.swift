/// A head that was written anew, and all that was written of its person with it.
struct RewrittenHead {
    let former: Head
    let current: Head
    /// Whether the shop that it names is one of which others saw nothing before, and see nothing now.
    let isShopUnseen: Bool

    /// Whether nothing but where the own records lie, how often they were written, and what nobody sees tells it from before.
    var facesLikeBefore: Bool {
        var former = former
        if isShopUnseen { former.shopCounter = current.shopCounter }
        return current.faces(like: former)
    }
}
