internal import Formats

/// Elements around whole sections of Markdown, which arrange them and say nothing.
extension PageSections {
    /// Returns for each block, and for the end, how many headings of Markdown stand before it.
    static func headingsBefore(in outline: MarkdownOutline) -> [Int] {
        var counts = [0]
        counts.reserveCapacity(outline.blocks.count + 1)
        for block in outline.blocks {
            let isHeading = if case .heading = block.kind { true } else { false }
            counts.append(counts[counts.count - 1] + (isHeading ? 1 : 0))
        }
        return counts
    }

    /// Tells whether a raw block only opens elements that hold headings further on, or only closes
    /// such elements: `<div class="papers" markdown="1">` above the sections of a page.
    ///
    /// - Parameters:
    ///   - index: The block.
    ///   - end: The block with which the elements end that it opens.
    /// - Returns: Whether it is left out, and what it holds is read by itself.
    func onlyEncloses(_ index: Int, upTo end: Int) -> Bool {
        let text = outline.text(of: outline.blocks[index].lines)
        let bytes = Array(text.utf8)
        let tags = HTMLElements.tags(in: bytes)
        guard let first = tags.first,
            HTMLElements.withoutContainers(text).allSatisfy(\.isWhitespace)
        else { return false }
        if first.isClosing { return tags.allSatisfy(\.isClosing) }
        // The box of a paper has its title for a heading, at most.
        return headingsBefore[end] - headingsBefore[index] > (text.contains("paper-box") ? 1 : 0)
    }
}
