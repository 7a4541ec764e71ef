import RecordModel

extension Layout {
    /// What is to be said of the fields of a record that the theme does not show.
    ///
    /// - Parameters:
    ///   - record: the record
    ///   - others: fields that the theme would show, but not with the values that they have here
    /// - Returns: one note for each field that the record has
    func unshownFields(of record: Record, and others: [FieldPath] = []) -> [Diagnostic] {
        (unshown.flatMap { $0.paths(in: record.value) } + others).map { path in
            Diagnostic(
                .unmappedField, "\(path) is not shown: \(name) has no place for it",
                severity: .note, path: path)
        }
    }
}
