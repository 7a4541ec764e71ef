extension AuthorListReader {
    /// Reads `Lind, Jo and Berg, Ada and García Ruiz, Eva`, as BibTeX parts names.
    ///
    /// All of one style up to the end has to be such a list, or up to what follows three names and
    /// more: `and` between each two of them, and one comma in each, in most of them with a single
    /// word on one of its sides.
    mutating func readFamiliesFirst(from start: Int) -> Bool {
        guard start < limit else { return false }
        let style = text.mark(at: start)
        let stop = (start..<limit).first { text.mark(at: $0) != style } ?? limit
        var pieces: [Range<Int>] = []
        var from = start
        for index in start..<stop where text[index].isBlank && index >= from {
            guard index + 5 < stop, text.string(index + 1..<index + 4) == "and",
                text[index + 4].isBlank
            else { continue }
            pieces.append(from..<index)
            from = index + 5
        }
        pieces.append(from..<text.trimmed(from..<stop) { $0.isBlank || $0 == "." }.upperBound)
        guard pieces.count > 1 else { return false }
        if pieces.count > 2, let last = pieces.firstIndex(where: { endOfFamilyFirst($0) != nil }),
            last > 1, let end = endOfFamilyFirst(pieces[last])
        {
            pieces[last] = pieces[last].lowerBound..<end
            pieces.removeSubrange((last + 1)...)
        }
        let names = pieces.map { NameWithSigns(text, $0) }
        let sure = names.count { Self.isFamilyFirst($0.name, hasSingleWord: true) }
        guard sure * 2 > names.count,
            names.allSatisfy({ Self.isFamilyFirst($0.name, hasSingleWord: false) })
        else { return false }
        for (piece, name) in zip(pieces, names) {
            take(
                AuthorList.Author(
                    name: name.name, signs: name.signs,
                    isMarked: text.style(at: piece.lowerBound).isMarked),
                piece, words: name.words)
        }
        words += Array(repeating: "and", count: pieces.count - 1)
        end = pieces.last?.upperBound ?? start
        return true
    }

    /// Where a name ends that something else follows in its piece: `Lind, Jo, 2026. Quiet Rivers`,
    /// `Lind, Jo. Quiet Rivers`, `Lind, Jo (2026)`; nil where nothing does.
    private func endOfFamilyFirst(_ piece: Range<Int>) -> Int? {
        guard let comma = piece.first(where: { text[$0] == "," }) else { return nil }
        let end = (comma + 1..<piece.upperBound).first { index in
            if text[index] == "." {
                return text.sign(at: index + 1)?.isBlank == true && index > comma + 3
                    && text[index - 1].properties.isLowercase
            }
            return ",(\"“:".unicodeScalars.contains(text[index])
        }
        return end.map { text.trimmed(comma..<$0).upperBound }
    }

    private static func isFamilyFirst(_ name: String, hasSingleWord: Bool) -> Bool {
        let sides = name.split(separator: ",", omittingEmptySubsequences: false).map {
            String($0).trimmingSpaces
        }
        return sides.count == 2 && (!hasSingleWord || sides.contains { !$0.contains(" ") })
            && sides.allSatisfy { side in
                !side.isEmpty
                    && (NameShape.isName(side, isAmongNames: true)
                        || NameShape.isInitialsOnly(side))
            }
    }
}
