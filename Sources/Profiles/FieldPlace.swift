internal import RecordModel

/// Where a view stands in its record.
///
/// Of most authors and links nobody wants to know it, and a publication has many: the path is made
/// when it is asked for.
struct FieldPlace: Hashable, Sendable {
    private let fields: Fields

    /// Takes the place of some fields.
    init(_ fields: Fields) { self.fields = fields }

    var path: FieldPath { fields.path }

    static func == (first: FieldPlace, second: FieldPlace) -> Bool { first.path == second.path }

    func hash(into hasher: inout Hasher) { hasher.combine(path) }
}
