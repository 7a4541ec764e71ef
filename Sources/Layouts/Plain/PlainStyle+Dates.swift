internal import Profiles
internal import Prose
internal import RecordModel

extension PlainStyle {
    /// A date as a person reads it; what is no date stays as it is.
    func date(_ date: DateText?, as form: LayoutChoices.DateForm? = nil) -> String? {
        guard let date else { return nil }
        if date.isPresent { return word(.present) }
        guard let partial = PartialDate(date.description) else { return date.description }
        let style = DateStyle(rawValue: (form ?? dates).rawValue) ?? .monthName
        if style == .monthName, PlainWord.isChinese(language) {
            let month = partial.month.map { "\($0)月" } ?? ""
            let day = partial.day.map { "\($0)日" } ?? ""
            return "\(partial.year)年" + month + day
        }
        return style.text(partial)
    }

    /// A time from a start to an end, nil where neither is known.
    ///
    /// What has a start and no end goes on, unless the record says that it is over.
    func period(
        from start: DateText?, to end: DateText?, hasEnded: Bool = false,
        as form: LayoutChoices.DateForm? = nil
    ) -> String? {
        let ending = end ?? (start == nil || hasEnded ? nil : DateText(DateText.present))
        switch (date(start, as: form), date(ending, as: form)) {
        case (let first?, let last?): return first == last ? first : "\(first) – \(last)"
        case (nil, let last?) where ending?.isPresent != true:
            return "\(word(.until)) \(last)"
        case (let first, let last): return first ?? last
        }
    }
}
