/// Says which released items of an owner vanish together when one of them is raised.
package protocol RaiseGrouping: Sendable {
    /// Items of the same group vanish together.
    func group(of form: DisplayedForm, item: UInt64) -> RaisedGroup
}

/// Items that vanish together.
package struct RaisedGroup: Hashable, Sendable {
    let form: DisplayedForm
    /// Nothing for all items of the form.
    let item: UInt64?

    package init(form: DisplayedForm, item: UInt64?) {
        self.form = form
        self.item = item
    }
}

/// Whatever looks the same vanishes together, so that what vanishes does not name its class.
package struct ByDisplayedForm: RaiseGrouping {
    package init() {}

    package func group(of form: DisplayedForm, item: UInt64) -> RaisedGroup { RaisedGroup(form: form, item: nil) }
}
