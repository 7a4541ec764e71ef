internal import Profiles
internal import RecordModel

extension Rule {
    /// Finds assets that nothing refers to.
    static let unusedAsset = Rule(
        "lint.unused-asset", .note, "No field refers to an asset",
        reason: "The file stays in the store and its history for good, and no page shows it.",
        remedy: "Refer to it with a `file` field, or remove it.",
        examples: [
            .bad(
                "profile: {photo: {file: assets/photo.jpg}}", at: "",
                assets: [.jpeg("assets/photo.jpg"), .jpeg("assets/old.jpg")]),
            .good(
                """
                profile: {photo: {file: assets/photo.jpg}, bio: 'See ![](assets/me.jpg).'}
                """, assets: [.jpeg("assets/photo.jpg"), .jpeg("assets/me.jpg")]),
        ]
    ) { subject, _ in
        guard let assets = subject.assets, !assets.isEmpty else { return [] }
        var unused = Set(assets.map(\.path))
        strike(from: &unused, in: subject.record.value)
        return assets.filter { unused.contains($0.path) }.map {
            Finding(
                "No field refers to \($0.path)", at: .root,
                hint: "Refer to it with a `file` field, or remove it")
        }
    }

    /// Takes the assets away that a value refers to, be it in a field or within a text.
    private static func strike(from unused: inout Set<String>, in value: Value) {
        switch value {
        case .string(let text):
            guard !unused.isEmpty, unused.remove(text) == nil,
                let first = ByteText(text).position(of: "assets/")
            else { return }
            let rest = ByteText(bytes: Array(text.utf8.dropFirst(first)))
            for asset in unused where rest.position(of: asset) != nil { unused.remove(asset) }
        case .list(let items): for item in items { strike(from: &unused, in: item) }
        case .mapping(let mapping):
            for entry in mapping.entries where !unused.isEmpty {
                strike(from: &unused, in: entry.value)
            }
        default: break
        }
    }
}

extension Asset {
    /// A photo for an example.
    static func jpeg(_ path: String) -> Asset {
        Asset(path: path, size: 20_000, head: [0xFF, 0xD8, 0xFF, 0xE0])
    }
}
