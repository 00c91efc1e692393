extension Rule {
    /// The files of the product that open files by themselves, and what they open.
    ///
    /// SQLite's locks on a database belong to the process: closing any descriptor of a database, its log or its index drops
    /// them, and another process may then delete the log with what was acknowledged. So a file that is added here never
    /// opens one of those while the process has the database open.
    private static let openers: Set<String> = [
        // The empty file of a database that is made; nothing has it open yet.
        "Sources/StorageSQLite/Connection/SQLiteFile.swift",
        // `DIR/lock`, and what the kernel tells of locks.
        "Sources/StorageSQLite/DataDirectoryLock.swift", "Sources/StorageSQLite/FileLock.swift",
        // Files of the system about processes.
        "Sources/FeedAPI/Metrics/ProcessResources.swift", "Sources/vitrine/Commands/Examination+Locks.swift",
        // Policies, settings, tables, key files: refused where a database could be named to a server.
        "Sources/PolicyEngine/Schema/PolicyFiles.swift", "Sources/vitrine/Settings/SettingsFile.swift",
        "Sources/Tabular/Source/DescriptorSource.swift", "Sources/Sealing/Keys/KeyFile.swift",
        "Sources/vitrine/Keys/DataDirectory+Root.swift", "Sources/vitrine/Keys/Passphrase.swift",
        "Sources/vitrine/Keys/RecipientFile.swift", "Sources/vitrine/Keys/KeyImport.swift",
        "Sources/vitrine/Keys/RootRotation.swift",
        // A table that comes by a pipe, and the unnamed copy of it; never what is a file already.
        "Sources/vitrine/Commands/Spool.swift",
        // New files of the program's own, and directories.
        "Sources/vitrine/Keys/DurableFile.swift", "Sources/vitrine/Work/ShadowFile.swift",
        "Sources/vitrine/Composition/DataDirectory.swift",
        // A copy of the records, which nobody has open any more, and the backup made of it.
        "Sources/vitrine/Backup/BackupFile.swift",
        // Commands that open no database in the same process, or have closed it before.
        "Sources/vitrine/Commands/EraseCommand.swift", "Sources/vitrine/Commands/Export/ExportCommand.swift",
        "Sources/vitrine/Audit/AuditGround.swift", "Sources/Audit/Files/FileBytes.swift",
        "Sources/EmbedFiles/EmbedFiles.swift", "Sources/VitrineTesting/Processes/Tool.swift",
    ]

    static let files = [
        Rule(
            "files are opened where it is listed, and never those of an open database",
            violating: [
                SourceFile("Sources/StorageSQLite/A.swift", "let file = try FileHandle(forReadingFrom: url)"),
                SourceFile("Sources/StorageSQLite/A.swift", "let descriptor = open(path, O_RDONLY | O_CLOEXEC)"),
                SourceFile(
                    "Sources/vitrine/A.swift", "let bytes = try Data(contentsOf: URL(filePath: directory.keys))"),
                SourceFile("Sources/vitrine/A.swift", "try files.copyItem(atPath: directory.records, toPath: copy)"),
                SourceFile("Sources/Disclosure/A.swift", "let bytes = FileManager.default.contents(atPath: path)"),
            ],
            innocent: [
                SourceFile("Sources/vitrine/A.swift", "bytes.append(contentsOf: more)"),
                SourceFile("Sources/vitrine/A.swift", "FileHandle.standardError.write(bytes)"),
                SourceFile("Sources/VitrineBenchmarks/A.swift", "try Data(contentsOf: url)"),
                SourceFile("Sources/Sealing/Keys/KeyFile.swift", "open(path, O_RDONLY)"),
            ]
        ) { file in
            guard let module = file.module, module != "VitrineBenchmarks", !openers.contains(file.path) else {
                return []
            }
            let words = [
                "FileHandle(", "fopen(", "Data(contentsOf:", "String(contentsOf:", "contentsOfFile:",
                "contents(atPath:",
                "copyItem(", "createFile(", "O_RDONLY", "O_WRONLY", "O_RDWR",
            ]
            return file.lines(naming: words).map { Violation(file, $0.number, "`\($0.word)` outside the list") }
        }
    ]
}
