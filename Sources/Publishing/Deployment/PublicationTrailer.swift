/// The last lines of the message of a commit that publishes a homepage, as git's trailers are:
/// whose homepage it is, and of which commit of the store.
public enum PublicationTrailer {
    private static let sourceKey = "Labfolio-Source: "
    private static let profileKey = "Labfolio-Profile: "

    /// Returns a message with the trailers behind it.
    ///
    /// - Parameters:
    ///   - message: The subject and what else there is to say.
    ///   - profile: The id of the profile.
    ///   - source: The id of the commit of the store.
    /// - Returns: The whole message of the commit.
    public static func message(_ message: String, profile: String, source: String) -> String {
        message + "\n\n" + profileKey + profile + "\n" + sourceKey + source + "\n"
    }

    /// Returns the commit of the store that a message names; nil where it names none.
    ///
    /// Only the last paragraph counts, as with git, so what a record says cannot be taken for it.
    static func source(in message: String) -> String? {
        let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
            .map { $0.hasSuffix("\r") ? $0.dropLast() : $0 }
        let end = lines.lastIndex { !$0.allSatisfy(\.isWhitespace) }
        guard let end else { return nil }
        for line in lines[...end].reversed() {
            if line.allSatisfy(\.isWhitespace) { return nil }
            guard line.hasPrefix(sourceKey) else { continue }
            let id = line.dropFirst(sourceKey.count)
            guard id.utf8.count == 40, id.allSatisfy(\.isHexDigit) else { return nil }
            return String(id)
        }
        return nil
    }
}
