internal import JSONSchema
public import RecordModel

extension SchemaSet {
    /// What marks the field of an entry that says from when until when it shows.
    private static let showing = "x-labfolio-showing"

    /// Returns a record's value without the entries that do not show on a day.
    ///
    /// - Parameters:
    ///   - value: The sections of the record.
    ///   - day: Returns the day, asked only where it matters; before there is any, an entry that
    ///     waits for a day does not show.
    /// - Returns: The value with the entries that show.
    /// - Throws: What asking for the day throws.
    public func shown(
        _ value: Value, on day: () throws(StoreError) -> CalendarDay?
    ) throws(StoreError) -> Value {
        guard case .mapping(var mapping) = value else { return value }
        for section in mapping.entries {
            guard let schema = sections[section.key], case .list(let items) = section.value,
                let key = schema.places(annotated: Self.showing, in: section.value)
                    .first?.path.steps.last
            else { continue }
            let day = try day()
            mapping[section.key] = .list(items.filter { Self.shows($0[key], on: day) })
        }
        return .mapping(mapping)
    }

    /// Tells whether any entry of a record shows on some days only.
    public func isDated(_ value: Value) -> Bool {
        (value.mapping?.entries ?? []).contains { section in
            sections[section.key]?.places(annotated: Self.showing, in: section.value).isEmpty
                == false
        }
    }

    private static func shows(_ period: Value?, on day: CalendarDay?) -> Bool {
        guard let day else { return period?["from"] == nil }
        let hasBegun = period?["from"]?.string.map { !day.isBefore($0) } ?? true
        return hasBegun && period?["until"]?.string.map { !day.isAfter($0) } ?? true
    }
}
