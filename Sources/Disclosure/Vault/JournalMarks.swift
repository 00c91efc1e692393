/// The marks of the journal as this process knows them.
struct JournalMarks {
    /// The highest mark given so far.
    var last: UInt64 = 0
    /// How much of it the records hold.
    var recorded: UInt64 = 0
    /// Whether an erasure did not reach the records.
    ///
    /// The database of records then keeps its mark, so that the next start finds out and finishes what is left.
    var isHeld = false
}
