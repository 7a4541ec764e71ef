internal import JSONSchema
public import RecordModel

extension SchemaSet {
    /// Returns a record's value whose fields name other files.
    ///
    /// - Parameters:
    ///   - value: The sections of the record.
    ///   - places: The new path of each file by the one that it has now.
    /// - Returns: The value with the new paths.
    public func renamingAssets(in value: Value, to places: [String: String]) -> Value {
        guard case .mapping(var mapping) = value else { return value }
        for section in mapping.entries {
            guard let schema = sections[section.key] else { continue }
            var content = section.value
            for (path, asset) in schema.places(annotated: "x-labfolio-asset", in: content) {
                guard let place = asset.string.flatMap({ places[$0] }) else { continue }
                content = content.setting(path, to: .string(place)) ?? content
            }
            mapping[section.key] = content
        }
        return .mapping(mapping)
    }
}
