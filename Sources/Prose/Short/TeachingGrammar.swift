import Formats
import RecordModel

/// Reads a course: `TA, CSC3100 Data Structures, Fall 2022`, or several of them below one role.
struct TeachingGrammar {
    let context: EntryContext

    func read(_ item: Item) -> [EntryReading]? {
        guard let first = item.lines.first else { return nil }
        let nested = Array(item.lines.dropFirst().filter { $0.isItem })
        var entries: [Mapping] = []
        var notation = EntryNotation()
        if !nested.isEmpty, nested.count == item.lines.count - 1,
            CourseText.role(in: first.string) != nil,
            YearList.trailing(first.text) == nil
        {
            // `Teaching Assistant at HKBU`, and the courses below it.
            var shared = Mapping()
            let head = CourseText.roleAndPlace(first.string)
            shared["role"] = .string(head.role)
            if let place = head.place { shared["organization"] = .string(place) }
            notation.words += VisibleWords.words(first.string)
            for line in nested {
                guard let course = CourseText(line.text, context: context, needsRole: false) else {
                    return nil
                }
                var fields = course.fields
                for entry in shared.entries where fields[entry.key] == nil {
                    fields[entry.key] = entry.value
                }
                notation.words += course.words
                entries.append(fields)
            }
        } else {
            guard let course = CourseText(first.text, context: context, needsRole: false) else {
                return nil
            }
            var fields = course.fields
            if item.lines.count > 1 {
                let text = [fields["text"]?.string, Item.markdown(item.lines.dropFirst())]
                    .compactMap(\.self)
                fields["text"] = .string(text.joined(separator: "\n\n"))
            }
            notation.words += course.words
            entries = [fields]
        }
        guard EntryDraft.isWhole(item, entries, notation) else { return nil }
        return entries.enumerated().map { index, fields in
            EntryReading(
                kind: .teaching, fields: fields, notation: index == 0 ? notation : EntryNotation())
        }
    }
}

/// One line about a course.
struct CourseText {
    var fields = Mapping()
    var words: [String] = []

    private static let roles = [
        "head teaching assistant", "leading teaching assistant", "graduate teaching assistant",
        "teaching assistant",
        "leading ta", "head ta", "lead ta", "ta", "teaching fellow", "instructor", "co-instructor",
        "lecturer",
        "guest lecturer", "course assistant", "tutor", "grader", "course leader",
        "course coordinator", "助教", "讲师", "主讲", "조교",
        "tutorin", "übungsleiter", "chargé de td", "chargée de td", "lab instructor", "co-lecturer",
        "professor",
    ]

    /// The role that a text begins with or is, nil for any other text.
    static func role(in text: String) -> String? {
        let lower = text.lowercased()
        return roles.filter { lower.hasPrefix($0) }.max { $0.count < $1.count }.flatMap { role in
            let rest = lower.dropFirst(role.count)
            return rest.first.map { $0.isLetter && !role.unicodeScalars.allSatisfy(\.isEastAsian) }
                == true ? nil : String(text.prefix(role.count))
        }
    }

    static func roleAndPlace(_ text: String) -> (role: String, place: String?) {
        let shown = text.trimmingSeparators
        for joint in [" at the ", " at ", " @ ", ", ", "，"] {
            guard let range = shown.firstRange(of: joint) else { continue }
            return (String(shown[..<range.lowerBound]), String(shown[range.upperBound...]))
        }
        return (shown, nil)
    }

    init?(_ source: StyledText, context: EntryContext, needsRole: Bool) {
        var text = source.trimmed
        var links = LinkFields(context)
        text.takeResourceLinks(into: &links, keepsFirst: true)
        guard SearchWords.folded(text.string).count <= 45 else { return nil }
        takeTerms(&text)
        for range in text.brackets.reversed() {
            let inner = text.string(range.lowerBound + 1..<range.upperBound - 1)
            guard fields["role"] == nil, let role = Self.role(in: inner), role.count == inner.count
            else { continue }
            fields["role"] = .string(role)
            text = text.removing(range)
        }
        let parts = Self.parts(of: text)
        guard !parts.isEmpty else { return nil }
        var rest: [StyledText] = []
        for part in parts {
            let shown = part.string.trimmingSeparators
            if fields["role"] == nil, let role = Self.role(in: shown), rest.isEmpty {
                fields["role"] = .string(role)
                var after = String(shown.dropFirst(role.count)).trimmingSeparators
                for joint in ["of ", "for ", "in "] where after.lowercased().hasPrefix(joint) {
                    after = String(after.dropFirst(joint.count))
                    words += VisibleWords.words(joint)
                }
                for joint in ["at ", "@ "] where after.lowercased().hasPrefix(joint) {
                    fields["organization"] = .string(String(after.dropFirst(joint.count)))
                    words += VisibleWords.words(joint)
                    after = ""
                }
                for word in ["the course ", "course "] where after.lowercased().hasPrefix(word) {
                    after = String(after.dropFirst(word.count))
                    words += VisibleWords.words(word)
                    break
                }
                if !after.isEmpty { rest.append(StyledText(plain: after)) }
            } else {
                rest.append(part)
            }
        }
        guard readCourse(rest, context) else { return nil }
        if !links.links.isEmpty { fields["links"] = .list(links.links) }
        words += links.words
        if !links.homeless.isEmpty {
            fields["text"] = .string(links.homeless.joined(separator: " "))
        }
        if fields["role"] == nil, let subheading = context.subheading,
            let role = Self.role(in: subheading.trimmingSeparators)
        {
            fields["role"] = .string(role)
        }
    }

    /// Takes the terms out: `Fall 2024, Fall 2025`, `2022-2023`, `2023春季学期`.
    private mutating func takeTerms(_ text: inout StyledText) {
        let leading = YearList.leading(text).flatMap { list in
            text.sign(at: list.range.upperBound).map { ",，:： )]".unicodeScalars.contains($0) }
                ?? false ? list : nil
        }
        let found = leading ?? YearList.trailing(text) ?? Self.inner(text)
        guard let found, found.range.count < text.count else { return }
        var range = found.range
        // `2025-2026年, 秋季学期，…`: the season stands for itself.
        let scanner = DateScanner(text.scalars)
        var next = range.upperBound
        while let scalar = text.sign(at: next),
            scalar.isBlank || ",，年".unicodeScalars.contains(scalar)
        { next += 1 }
        if let season = scanner.word(next, of: CalendarWords.seasons) {
            var end = season
            if let term = scanner.word(scanner.afterBlanks(end), of: CalendarWords.terms) {
                end = term
            }
            range = range.lowerBound..<end
        }
        fields["term"] = .string(text.string(range).trimmingSeparators)
        if let date = found.latest { fields["date"] = .string(date.description) }
        text = text.removing(text.framed(range), leaving: ",")
    }

    private static func inner(_ text: StyledText) -> YearList? {
        let scanner = DateScanner(text.scalars)
        guard
            let reading = scanner.readings(in: text.indices).last(where: {
                $0.term != nil || $0.isSpan || $0.style != .year
            })
        else { return nil }
        return YearList.read(text, from: reading.range.lowerBound)
    }

    private static func parts(of text: StyledText) -> [StyledText] {
        var (parts, start, depth) = ([StyledText](), 0, 0)
        for index in text.indices {
            let scalar = text[index]
            if "(（[".unicodeScalars.contains(scalar) { depth += 1 }
            if ")）]".unicodeScalars.contains(scalar) { depth = max(0, depth - 1) }
            let next = text.sign(at: index + 1)
            let isStop = scalar == "." && next?.isBlank != false && !text.isDegreeStop(index)
            let isDash =
                "–—|-".unicodeScalars.contains(scalar) && next?.isBlank == true && index > 0
                && text[index - 1].isBlank
            if depth == 0, ",，;；\n。".unicodeScalars.contains(scalar) || isStop || isDash {
                parts.append(text[start..<index])
                start = index + 1
            }
        }
        parts.append(text[start..<text.count])
        return parts.map {
            $0[$0.trimmed($0.indices) { $0.isBlank || ",，.:：".unicodeScalars.contains($0) }]
        }
        .filter { $0.string.contains { $0.isLetter || $0.isNumber } }
    }

    /// The course with its code, and where it was held.
    private mutating func readCourse(_ parts: [StyledText], _ context: EntryContext) -> Bool {
        guard !parts.isEmpty else { return false }
        var rest = parts
        // A code that stands alone before the name.
        if rest.count > 1, let code = Self.code(rest[0].string), code.rest.isEmpty {
            fields["code"] = .string(code.code)
            rest.removeFirst()
        }
        var name = rest.removeFirst()
        let shown = name.string.trimmingSeparators
        if fields["code"] == nil, let code = Self.code(shown), !code.rest.isEmpty {
            fields["code"] = .string(code.code)
            name = StyledText(plain: code.rest)
        }
        if let link = parts.compactMap(\.firstLink).first,
            let url = LinkFields.address(link, baseURL: context.baseURL)
        {
            fields["url"] = .string(url)
        }
        var course = name.string.trimmingSeparators
        var places: [String] = []
        for part in rest {
            var text = part.string.trimmingSeparators
            for joint in ["at the ", "at ", "@ "] where text.lowercased().hasPrefix(joint) {
                text = String(text.dropFirst(joint.count))
                words += VisibleWords.words(joint)
                break
            }
            let isBody =
                StintWords.organizationRank(text) != nil
                || text.count <= 10 && text.filter(\.isUppercase).count >= 2 && !text.contains(" ")
            if isBody, fields["organization"] == nil {
                fields["organization"] = .string(text)
            } else if fields["role"] == nil, let role = Self.role(in: text),
                role.count == text.count
            {
                fields["role"] = .string(role)
            } else if fields["organization"] != nil {
                places.append(text)
            } else {
                course += ", " + text
            }
        }
        if !places.isEmpty { fields["place"] = .string(places.joined(separator: ", ")) }
        guard !course.isEmpty, SearchWords.folded(course).count <= 24 else { return false }
        // A sentence is no course.
        let verbs: Set<String> = [
            "i", "am", "is", "was", "have", "taught", "teach", "served", "designated", "my",
            "award", "prize",
        ]
        guard verbs.isDisjoint(with: SearchWords.folded(course)) else { return false }
        fields["course"] = .string(course)
        return true
    }

    private static let codeAndCourse = TextPattern(
        /^([A-Z]{2,6}[ \-]?\d{2,5}[A-Z]{0,2})(?:\s*[:：\-–—]\s*|\s+|$)(.*)$/)

    /// `COMP7940 Cloud Computing`, `ECEN 651: Control`, `CS-101`.
    private static func code(_ text: String) -> (code: String, rest: String)? {
        guard text.unicodeScalars.first?.properties.isUppercase == true,
            let match = codeAndCourse.firstMatch(in: text)
        else { return nil }
        return (String(match.1), String(match.2))
    }
}
