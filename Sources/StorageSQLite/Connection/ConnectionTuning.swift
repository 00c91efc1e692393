import Dispatch
import GRDB

/// How the connections to a file are set up.
struct ConnectionTuning {
    /// Memory that the writer may hold pages in, and changed ones before it spills them to the log.
    ///
    /// A batch at random addresses changes about one page a box; pages that spill are written twice.
    var writerCacheKibibytes: Int
    /// Whether freed bytes are overwritten with zeros.
    var erasesFreedBytes: Bool
    /// Calls the closure once the log has lived long enough after a commit.
    var afterLogLifetime: @Sendable (_ takeUp: @escaping @Sendable () -> Void) -> Void = Self.soon

    /// What suits an import, where nothing else is said.
    private static let importingCacheBytes = 256 << 20
    private static let importingKeysCacheBytes = 4 << 20

    /// How long what was committed stays in the log, in milliseconds.
    ///
    /// Which boxes were written together can be told of the log: a copy of the files ties the purchases of this time to their
    /// owners, 25 at 50 purchases a second. Each time costs about two flushes of the disk.
    private static let logLifetimeMilliseconds = 500

    private static func soon(_ takeUp: @escaping @Sendable () -> Void) {
        DispatchQueue.global().asyncAfter(
            deadline: .now() + .milliseconds(logLifetimeMilliseconds), execute: takeUp)
    }

    /// For the sealed records: up to some gigabytes, read at random.
    static func data(writerCacheBytes: Int?) -> ConnectionTuning {
        ConnectionTuning(writerCacheKibibytes: (writerCacheBytes ?? importingCacheBytes) >> 10, erasesFreedBytes: false)
    }

    /// For the keys, which are small.
    static func keys(writerCacheBytes: Int? = nil) -> ConnectionTuning {
        ConnectionTuning(
            writerCacheKibibytes: (writerCacheBytes ?? importingKeysCacheBytes) >> 10, erasesFreedBytes: true)
    }

    /// The log is copied into the file after so many pages, by the connection that committed them.
    ///
    /// 16,384 pages of 4 KiB: often enough to stay in memory, seldom enough that pages changed by several commits are
    /// copied once, also where each of them changes something of everybody. Readers go on meanwhile.
    private static let pagesBetweenCheckpoints = 16_384

    /// What the log is cut back to after a large batch, in bytes.
    private static let logSizeLimit = 64 << 20

    /// Reads that run at once; more would only queue for the cores, and each connection keeps pages of its own.
    private static let readers = 4

    /// Pages that each of them keeps, in KiB: the upper levels of the trees.
    ///
    /// What is read often is kept opened, and not as boxes.
    private static let readerCacheKibibytes = 256

    var configuration: Configuration {
        var configuration = Configuration()
        configuration.label = "vitrine"
        configuration.maximumReaderCount = Self.readers
        configuration.persistentReadOnlyConnections = true
        // Only a checkpoint, or another process that has no business here, can be in the way; both are short.
        configuration.busyMode = .timeout(10)
        let pragmas = self.pragmas
        configuration.prepareDatabase { database in
            try database.execute(sql: pragmas)
            database.add(function: SearchFunctions.words)
            database.add(function: SearchFunctions.brandKey)
        }
        return configuration
    }

    private var pragmas: String {
        // What sorts or statement journals need stays in memory: a temporary file would be one more place to look for
        // residue. Nothing is mapped: every connection's mapping counts as memory of the process, and a page of keys would stay
        // in one after it was erased. Views and triggers of a doctored schema may not call functions; damaged pages are noticed when read.
        """
        PRAGMA page_size = 4096;
        PRAGMA temp_store = MEMORY;
        PRAGMA trusted_schema = OFF;
        PRAGMA cell_size_check = ON;
        PRAGMA mmap_size = 0;
        PRAGMA cache_size = -\(Self.readerCacheKibibytes);
        PRAGMA secure_delete = \(erasesFreedBytes ? "ON" : "OFF");
        PRAGMA wal_autocheckpoint = \(Self.pagesBetweenCheckpoints);
        PRAGMA journal_size_limit = \(Self.logSizeLimit);
        """
    }
}
