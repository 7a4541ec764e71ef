internal import RecordModel

/// The names of a store's files and folders (design: the store).
enum StoreLayout {
    static let configuration = "labfolio.yml"
    static let profiles = "profiles"
    static let schemas = "schema"
    static let schemaSuffix = ".schema.json"
    static let sectionSuffix = ".yml"
    static let assets = "assets"
    /// The names at the top of a store that are its own.
    static let topLevel = [configuration, schemas, profiles]

    /// The largest section file that is read, in bytes: prose, not pictures.
    static let sectionLimit = 8 << 20
    /// The largest asset that is read, in bytes.
    static let assetLimit = 64 << 20

    /// The folder of a profile, from the store's root.
    static func folder(of id: ProfileID) -> String { "\(profiles)/\(id)" }

    /// The section file of a profile, from the store's root.
    static func file(of section: String, in id: ProfileID) -> String {
        "\(folder(of: id))/\(section)\(sectionSuffix)"
    }
}
