/// The line of a commit's message that keeps what a merge said about its edits.
enum MergeTrailer {
    private static let key = "Labfolio-Merge: "

    /// Returns a message with the line at its end, in the paragraph of its trailers.
    static func adding(_ proof: String, to message: String) -> String {
        var lines = message.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        let paragraph = lines.reversed().prefix { !$0.isEmpty }
        let isTrailers =
            paragraph.count < lines.count && !paragraph.isEmpty
            && paragraph.allSatisfy { line in
                guard let colon = line.firstIndex(of: ":") else { return false }
                return !line[..<colon].contains(" ") && line[colon...].hasPrefix(": ")
            }
        return lines.joined(separator: "\n") + (isTrailers ? "\n" : "\n\n") + key + proof + "\n"
    }

    /// Returns what the line of a message says, nil where there is none.
    static func proof(in message: String) -> String? {
        message.split(separator: "\n").last { $0.hasPrefix(key) }.map {
            String($0.dropFirst(key.count))
        }
    }
}
