/// Why nothing can be compiled.
enum CompilerError: Error {
    /// The running test lies in no build directory that has the modules.
    case noBuildDirectory
}
