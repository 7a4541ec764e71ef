import Formats

/// What stands around the citation of a publication: badges, BibTeX.
extension PublicationWork {
    /// The text in the corner of a picture, and cells that hold nothing but a venue.
    mutating func takeBadges() {
        lines = lines.filter { line in
            let name =
                line.blockClass + " "
                + (line.text.isEmpty
                    ? ""
                    : line.text.style(at: line.text.trimmed(line.text.indices).lowerBound)
                        .elementClass)
            guard name.contains("badge") || name.contains("abbr") else { return true }
            guard line.string.count < 120, line.text.runs({ $0.elementClass }).count < 3 else {
                return true
            }
            // `<span class="badge">RIVER 2020</span> Title`: only the box is the badge.
            let isInline = !line.blockClass.contains("badge") && !line.blockClass.contains("abbr")
            let runs = line.text.runs { $0.elementClass }
            guard !isInline || runs.count == 1 else { return true }
            details.takeBadge(line.text)
            return false
        }
        for index in lines.indices.prefix(2) {
            let text = lines[index].text.trimmed
            guard
                let run = text.runs({ $0.elementClass }).first(where: { $0.range.lowerBound == 0 }),
                run.look.contains("badge") || run.look.contains("tag") || run.look.contains("abbr"),
                run.range.upperBound < text.count, text.string(run.range).count < 60,
                text.style(at: 0).link == nil
            else { continue }
            details.takeBadge(text[run.range])
            lines[index].text = text[run.range.upperBound..<text.count]
        }
    }

    /// BibTeX below the citation, and the name of the fold that it stands in.
    mutating func takeBibTeX() {
        guard let block = PaperBibTeX(takenFrom: &lines) else { return }
        bibTeX = block.entries.first
        draft.note(block.text)
        details.take(date: block.entries.first.flatMap(PaperBibTeX.date), weight: 0)
        let names: Set<String> = ["bibtex", "bib", "cite", "citation"]
        for line in lines where names.contains(SearchWords.joined(line.string)) {
            draft.note(line.string)
        }
        lines.removeAll { names.contains(SearchWords.joined($0.string)) }
    }
}
