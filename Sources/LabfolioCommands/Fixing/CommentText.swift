/// The comments of a YAML text, which a safe fix never loses.
enum CommentText {
    /// Tells whether every comment of a text stands in another one too.
    ///
    /// A `#` within a text may be taken for a comment; then a fix of that line waits for somebody
    /// to look, which is the safe side.
    static func keepsAll(from before: [UInt8], in after: [UInt8]) -> Bool {
        var counts: [ArraySlice<UInt8>: Int] = [:]
        for comment in comments(after) { counts[comment, default: 0] += 1 }
        for comment in comments(before) {
            guard let count = counts[comment], count > 0 else { return false }
            counts[comment] = count - 1
        }
        return true
    }

    private static func comments(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var found: [ArraySlice<UInt8>] = []
        for line in bytes.split(whereSeparator: { $0 == UInt8(ascii: "\n") }) {
            let start = line.indices.first { index in
                guard line[index] == UInt8(ascii: "#") else { return false }
                return index == line.startIndex || " \t".utf8.contains(line[index - 1])
            }
            guard let start else { continue }
            let end = line.lastIndex { !" \t\r".utf8.contains($0) } ?? start
            found.append(line[start...max(start, end)])
        }
        return found
    }
}
