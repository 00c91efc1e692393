/// What is wrong with how a test describes its world.
package enum WorldError: Error {
    case malformed(String)
    case nobody(String)
    case nothingReplaced
}
