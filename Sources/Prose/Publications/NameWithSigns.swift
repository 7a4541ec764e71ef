import Formats

/// A name, and the signs that stand at it.
struct NameWithSigns {
    var name: String
    /// Each sign on its own: `*`, `†`, `1`.
    var signs: [String] = []
    /// The words that signs are written with: `dagger`.
    var words: [String] = []

    init(_ text: StyledText, _ range: Range<Int>) {
        var range = text.trimmed(range)
        // Mathematics after a name: `$^\dagger$`.
        if let dollar = range.first(where: { text[$0] == "$" }) {
            let formula = text.string(dollar..<range.upperBound)
            words = VisibleWords.words(formula)
            for (command, sign) in Self.commands where formula.contains(command) {
                signs.append(sign)
            }
            if signs.isEmpty {
                signs = formula.unicodeScalars.filter(AuthorSigns.isMark).map(String.init)
            }
            range = text.trimmed(range.lowerBound..<dollar)
        }
        var end = range.upperBound
        var after: [String] = []
        while end > range.lowerBound {
            let scalar = text[end - 1]
            let isRaised = text.style(at: end - 1).isRaised
            if AuthorSigns.isMark(scalar) || isRaised && !scalar.isBlank {
                if scalar.properties.numericType != nil || AuthorSigns.isMark(scalar)
                    || scalar.isLetter
                {
                    after.append(String(scalar))
                    words += VisibleWords.words(String(scalar))
                }
            } else if !(scalar.isBlank || scalar.value == 0xFE0F || scalar == "\\" || scalar == ","
                || scalar == "." && Self.isSign(text, at: end - 2, from: range.lowerBound))
            {
                break
            }
            end -= 1
        }
        var start = range.lowerBound
        while start < end, AuthorSigns.isMark(text[start]) || text[start].isBlank {
            if !text[start].isBlank {
                after.append(String(text[start]))
                words += VisibleWords.words(String(text[start]))
            }
            start += 1
        }
        signs += after.reversed()
        name = text.string(start..<end).partingInitials
    }

    /// Tells whether a sign of an author stands at a place: that before the stop of `Jo Lind*.,`.
    private static func isSign(_ text: StyledText, at index: Int, from start: Int) -> Bool {
        index > start
            && (AuthorSigns.isMark(text[index])
                || text.style(at: index).isRaised && !text[index].isBlank)
    }

    private static let commands: [(String, String)] = [
        ("ddagger", "‡"), ("dagger", "†"), ("ast", "*"), ("star", "*"), ("sharp", "#"), ("S", "§"),
    ]
}

extension String {
    /// The name with a blank between initials and a family that stand without one: `D.E.Lind`.
    fileprivate var partingInitials: String {
        guard contains(".") else { return self }
        let scalars = Array(unicodeScalars)
        var parted = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            parted.append(scalar)
            // One letter before the stop, a word behind it.
            guard scalar == ".", index > 0, scalars[index - 1].properties.isUppercase,
                index == 1 || !scalars[index - 2].isLetter, index + 2 < scalars.count,
                scalars[index + 1].properties.isUppercase,
                scalars[index + 2].properties.isLowercase,
                // `M.Sc`
                scalars[index + 1] != "S" || scalars[index + 2] != "c" || index + 3 < scalars.count
            else { continue }
            parted.append(" ")
        }
        return String(parted)
    }
}
