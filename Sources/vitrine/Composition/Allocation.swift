#if canImport(Glibc)
    import CMalloc
#endif

/// How the process takes memory.
enum Allocation {
    /// Has all threads share two arenas.
    ///
    /// Each core would get eight otherwise, and what was freed in one is used again in that one alone: threads that take turns
    /// at the same work would keep several times what it needs.
    static func shareArenas() {
        #if canImport(Glibc)
            _ = mallopt(M_ARENA_MAX, 2)
        #endif
    }

    /// Gives back to the system what was freed.
    static func giveBack() {
        #if canImport(Glibc)
            _ = malloc_trim(0)
        #endif
    }
}
