import Formats
import RecordModel

/// The parts of a line about a degree.
extension StintParts {
    // MARK: Degrees

    mutating func readEducation(_ draft: inout EntryDraft) -> Bool {
        guard
            let degree = parts.indices.first(where: { StintWords.isDegree(parts[$0].text) })
                ?? parts.indices.first(where: {
                    StintWords.isRole(parts[$0].text)
                        && StintWords.organizationRank(parts[$0].text) ?? 0 < 3
                })
        else { return false }
        let cut = DegreeText(parts[degree].text)
        parts[degree].isUsed = true
        guard VisibleWords.words(cut.degree).count <= 8, !Self.isSentence(parts[degree].text) else {
            return false
        }
        draft.set("degree", cut.degree)
        takeThesis(&draft)
        words += cut.words
        if let field = cut.field {
            draft.set("field", field)
        } else if let next = parts.indices.first(where: {
            !parts[$0].isUsed && $0 == degree + 1
                && StintWords.organizationRank(parts[$0].text) == nil
                && !Self.isRemark(parts[$0].text)
                && !StintWords.isUnit(parts[$0].text)
        }), parts.indices.contains(where: { $0 > next }) {
            draft.set("field", parts[next].text)
            parts[next].isUsed = true
        }
        guard takeOrganization(&draft, after: degree) else { return false }
        if draft.fields["field"] == nil,
            let subject = parts.indices.first(where: {
                !parts[$0].isUsed && !Self.isRemark(parts[$0].text)
                    && Self.isSubject(parts[$0].text)
            })
        {
            draft.set("field", parts[subject].text)
            parts[subject].isUsed = true
            takePlaces(&draft)
        }
        if draft.fields["field"] == nil, draft.fields["place"] != nil,
            let before = parts.indices.first(where: {
                !parts[$0].isUsed && !Self.isRemark(parts[$0].text) && $0 < degree + 3
                    && Self.isPlace(parts[$0].text)
            })
        {
            draft.set("field", parts[before].text)
            parts[before].isUsed = true
        }
        finishRemarks()
        return true
    }

    private static let thesis = TextPattern(
        /^(?i)((?:ph\.?d\.? |master )?(?:thesis|dissertation)(?: title)?)\s*[:：]\s*(.+)$/)

    /// `Thesis: …` among the parts.
    mutating func takeThesis(_ draft: inout EntryDraft) {
        for index in parts.indices where !parts[index].isUsed {
            guard parts[index].text.contains(where: { $0 == ":" || $0 == "：" }),
                let match = Self.thesis.firstMatch(in: parts[index].text)
            else { continue }
            words += VisibleWords.words(String(match.1))
            draft.fields["thesis"] = ["title": .string(String(match.2).trimmingSeparatorsOfTitle)]
            parts[index].isUsed = true
            return
        }
    }

    static func isRemark(_ text: String) -> Bool {
        let words = SearchWords.folded(text)
        return words.count > 9 || text.hasPrefix("(")
            || words.contains {
                [
                    "gpa", "scholarship", "rank", "ranking", "top", "honor", "honour", "honours",
                    "full", "expected",
                ].contains($0)
            }
    }
}
