import RecordModel

/// Reads a prize, a scholarship, a grant: `*2021.10* National Scholarship (top 1 %)`.
struct AwardGrammar {
    let context: EntryContext

    func read(_ item: Item) -> EntryReading? {
        guard let first = item.lines.first else { return nil }
        var draft = EntryDraft()
        var links = LinkFields(context)
        var text = first.text
        let signs = text.leadingEmoji
        if !signs.isEmpty {
            draft.note(text.string(signs))
            text = text[signs.upperBound..<text.count]
        }
        takeDate(&text, &draft)
        let after = text.leadingEmoji
        if !after.isEmpty {
            draft.note(text.string(after))
            text = text[after.upperBound..<text.count]
        }
        text.takeResourceLinks(into: &links)
        // What is short enough for a title; a paragraph is no award.
        guard SearchWords.folded(text.string).count <= 60, !text.isBlank(text.indices) else {
            return nil
        }
        var remarks: [String] = []
        text = takeRemarks(text, &remarks, &draft)
        let cut = AwardTitle(text)
        guard !cut.title.isEmpty else { return nil }
        draft.set("title", cut.title)
        draft.set("organization", cut.organization)
        takeLinks(text, cut, &links, &draft)
        remarks += item.lines.count > 1 ? [Item.markdown(item.lines.dropFirst())] : []
        if !remarks.isEmpty { draft.add("text", paragraph: remarks.joined(separator: "\n\n")) }
        links.finish(&draft)
        if draft.fields["date"] == nil, let heading = context.subheading,
            let year = NewsGrammar.year(of: heading)
        {
            draft.set("date", year.description)
            draft.notation.inferred.append("date")
        }
        return draft.reading(of: item, as: .awards)
    }

    /// The date of the award; several of them, and academic years, are shown as they stand.
    private func takeDate(_ text: inout StyledText, _ draft: inout EntryDraft) {
        let several = YearList.leading(text) ?? YearList.trailing(text)
        if let several, several.isSeveral {
            let shown = text.string(several.range).trimmingSeparators
            draft.set("date", several.latest?.description)
            draft.set("period", shown)
            text = text.removing(several.outer, leaving: " ").trimmed
            return
        }
        if let head = LeadingDate(text) {
            set(head.date, text, &draft)
            draft.notation.dateFrame = head.frame
            text = text[head.end..<text.count]
        } else if let (date, frame, start) = TrailingDate.find(in: text) {
            set(date, text, &draft)
            draft.notation.dateFrame = frame
            text = text[0..<start]
        } else if let year = DateScanner(text.scalars).readings(in: text.indices).last(where: {
            $0.style == .year
        })?.span.start {
            // `IJCAI 2022 Best Paper`: the year stays where it is.
            draft.set("date", year.description)
            draft.notation.inferred.append("date")
        }
    }

    private func set(_ date: DateReading, _ text: StyledText, _ draft: inout EntryDraft) {
        draft.set("date", date.latest?.description)
        let shown = text.string(date.range)
        if date.term != nil || date.isSpan {
            draft.set("period", shown)
        } else {
            draft.note(shown)
            draft.notation.dates = date.style
        }
    }

    /// What stands in brackets after the name: sums and ranks.
    private func takeRemarks(
        _ text: StyledText, _ remarks: inout [String], _ draft: inout EntryDraft
    ) -> StyledText {
        var rest = text
        for range in text.brackets.reversed() {
            let inner = text.string(range.lowerBound + 1..<range.upperBound - 1)
            let isSum = inner.unicodeScalars.contains {
                $0.properties.generalCategory == .currencySymbol
            }
            if isSum, draft.fields["amount"] == nil, !inner.contains(",") || inner.count < 12 {
                draft.set("amount", inner)
                rest = rest.removing(range)
            } else if isSum {
                remarks.insert(text.markdown(range), at: 0)
                rest = rest.removing(range)
            }
        }
        return rest
    }

    private func takeLinks(
        _ text: StyledText, _ cut: AwardTitle, _ links: inout LinkFields, _ draft: inout EntryDraft
    ) {
        for run in text.runs({ $0.linkNumber }) where run.look > 0 {
            let url = text.style(at: run.range.lowerBound).link ?? ""
            let label = text.string(run.range)
            if draft.fields["url"] == nil,
                let address = LinkFields.address(url, baseURL: context.baseURL)
            {
                draft.set("url", address)
            } else if LinkFields.address(url, baseURL: context.baseURL) != nil {
                links.add(label: label, url: url, kind: nil)
            }
        }
    }
}

/// The name of an award, and who gives it.
struct AwardTitle {
    var title: String
    var organization: String?

    init(_ text: StyledText) {
        let shown = text.string.trimmingSeparatorsButBrackets
        title = shown
        // `Award, Body`: the last part after a comma that is an organization.
        var depth = 0
        var commas: [String.Index] = []
        for index in shown.indices {
            if "(（[".contains(shown[index]) { depth += 1 }
            if ")）]".contains(shown[index]) { depth = max(0, depth - 1) }
            if depth == 0, ",，".contains(shown[index]) { commas.append(index) }
        }
        for comma in commas {
            let rest = String(shown[shown.index(after: comma)...]).trimmingSeparatorsButBrackets
            let before = String(shown[..<comma]).trimmingSeparatorsButBrackets
            let isBody =
                StintWords.organizationRank(rest).map { $0 >= 0 } ?? false
                || rest.count <= 12 && rest.filter(\.isUppercase).count >= 2
                    && !rest.contains(where: \.isNumber)
            guard isBody, before.count > 3, !rest.contains("(") || rest.hasSuffix(")"),
                SearchWords.folded(rest).count <= 12
            else { continue }
            title = before
            organization = rest
            return
        }
    }
}

extension String {
    /// The text without blanks, commas and stops at its ends.
    var trimmingSeparatorsButBrackets: String {
        var scalars = unicodeScalars[...]
        while let first = scalars.first,
            first.isBlank || ",.;:，。；：、|–—-".unicodeScalars.contains(first)
        { scalars.removeFirst() }
        while let last = scalars.last, last.isBlank || ",.;:，。；：、|–—-".unicodeScalars.contains(last)
        { scalars.removeLast() }
        return String(scalars)
    }
}
