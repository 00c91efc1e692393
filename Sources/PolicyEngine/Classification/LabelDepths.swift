/// How deep in the taxonomy the labels lie that stand for goods; the top is 1.
public struct LabelDepths: Sendable, Equatable {
    public var department: Int
    public var category: Int

    public init(department: Int, category: Int) {
        self.department = department
        self.category = category
    }
}
