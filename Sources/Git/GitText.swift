/// Decodes text that people wrote; bytes that are not of the encoding become U+FFFD.
///
/// git stores the encoding of a commit by name. Latin-1 is the one that old histories have; any
/// other name is read as UTF-8 with repair, because a message is shown, never written back.
func repairedText(_ pointer: UnsafePointer<CChar>?, encoding: String? = nil) -> String {
    guard let pointer else { return "" }
    switch encoding?.lowercased() {
    case "iso-8859-1", "iso8859-1", "latin1", "latin-1":
        var scalars = String.UnicodeScalarView()
        var next = pointer
        while next.pointee != 0 {
            scalars.append(Unicode.Scalar(UInt8(bitPattern: next.pointee)))
            next += 1
        }
        return String(scalars)
    default:
        return String(cString: pointer)
    }
}

/// Decodes a name or a path, which has to be valid UTF-8 to be told from every other one.
func exactText(
    _ pointer: UnsafePointer<CChar>?, in operation: StaticString, on subject: String
) throws(GitError) -> String {
    guard let pointer, let text = String(validatingCString: pointer) else {
        throw GitError(
            .invalid, in: operation.description,
            on: "\(subject): \(repairedText(pointer))", message: "the name is not UTF-8")
    }
    return text
}
