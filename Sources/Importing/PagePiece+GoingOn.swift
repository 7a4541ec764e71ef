internal import Formats

/// What of a paper may stand in a block of its own below its title.
extension PagePiece {
    /// The block as one item that may go on with the one above it: a paragraph, a quotation, a list
    /// that begins with the authors; nil for any other block.
    func goingOn(group: String?) -> SectionItem? {
        switch kind {
        case .paragraph where heading == nil: break
        case .other where text.hasPrefix(">"): break
        case .list where beginsWithAuthors: break
        default: return nil
        }
        return SectionItem(text: text, line: lines.lowerBound, isListed: false, group: group)
    }

    private var beginsWithAuthors: Bool {
        let first = items.first?.text.drop { "*_ ".contains($0) }.lowercased() ?? ""
        return ["author:", "authors:", "author(s):", "by "].contains(where: first.hasPrefix)
    }
}
