extension KramdownText {
    /// Returns the id that kramdown gives a heading, from the heading's visible text.
    ///
    /// Small letters, digits, marks and hyphens stay, spaces become hyphens, all else goes; so
    /// `🔥 News` has the id `-news`. An emoji's invisible variation selector is a mark and stays.
    public static func headingID(_ heading: String) -> String {
        var result = ""
        for scalar in heading.folded.lowercased().unicodeScalars {
            if scalar == " " {
                result += "-"
            } else if scalar == "-" || isWord(scalar) {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Returns the ids of all headings of a page in order; one that comes again gets a number.
    public static func headingIDs(_ headings: [String]) -> [String] {
        var counts: [String: Int] = [:]
        return headings.map { heading in
            let id = headingID(heading)
            let count = counts[id, default: 0]
            counts[id] = count + 1
            return count == 0 ? id : "\(id)-\(count)"
        }
    }

    /// Ruby's notion of a character of a word.
    private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isAlphabetic { return true }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber, .connectorPunctuation:
            return true
        default: return false
        }
    }
}
