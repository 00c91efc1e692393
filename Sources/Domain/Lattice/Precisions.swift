/// How exactly the product is told; each case is coarser than the one before it.
public enum ProductPrecision: UInt8, CaseIterable, Sendable, Comparable {
    case exact, brand, category, department, none
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// How exactly the time is told; each case is coarser than the one before it.
public enum TimePrecision: UInt8, CaseIterable, Sendable, Comparable {
    case minute, day, week, month, quarter, none
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// The bucket that shows it, or nothing.
    public var bucketSize: TimeBucket.Size? { TimeBucket.Size(rawValue: rawValue) }
}

/// How exactly the price is told; each case is coarser than the one before it.
public enum PricePrecision: UInt8, CaseIterable, Sendable, Comparable {
    case exact, band, none
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Whether the quantity is told.
public enum QuantityPrecision: UInt8, CaseIterable, Sendable, Comparable {
    case exact, none
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}

/// Whether the shop is named through which something was bought.
public enum ShopPrecision: UInt8, CaseIterable, Sendable, Comparable {
    case named, none
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
