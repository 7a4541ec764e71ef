internal import JSONSchema
internal import RecordModel

/// What a file of the store holds, by its path: that decides how it is merged.
enum FileKind: Hashable, Sendable {
    /// A section of a profile.
    case section(String, of: ProfileID)
    /// `labfolio.yml`.
    case configuration
    /// Anything else.
    case other

    init(_ path: String) {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        if path == StoreLayout.configuration {
            self = .configuration
        } else if parts.count == 3, parts[0] == StoreLayout.profiles,
            let id = ProfileID(String(parts[1])), parts[2].hasSuffix(StoreLayout.sectionSuffix)
        {
            self = .section(String(parts[2].dropLast(StoreLayout.sectionSuffix.count)), of: id)
        } else {
            self = .other
        }
    }

    /// The profile that a file is a part of, its assets included.
    static func profile(of path: String) -> ProfileID? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 2, parts[0] == StoreLayout.profiles else { return nil }
        return ProfileID(String(parts[1]))
    }
}

extension SchemaSet {
    /// The section that a file of the store is, if it is one, and what its places expect.
    func place(of path: String) -> (section: String?, shapes: ShapeTable) {
        switch FileKind(path) {
        case .section(let name, _): (name, sections[name]?.shapeTable ?? ShapeTable(.any))
        case .configuration: (nil, store.shapeTable)
        case .other: (nil, ShapeTable(.any))
        }
    }
}
