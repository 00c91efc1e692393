/// The marks of the journal as this process knows them.
struct JournalMarks {
    /// The highest mark given so far.
    var last: UInt64 = 0
    /// How much of it the records hold.
    var recorded: UInt64 = 0
}
