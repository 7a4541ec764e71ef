internal import Formats
internal import RecordModel

extension Rule {
    /// Finds assets that are too large for a page.
    static let assetSize = Rule(
        "lint.asset-size", .warning, "An asset is too large",
        reason: """
            Every reader loads a picture whole, however small it is shown, and a repository keeps \
            every version of a large file for good.
            """,
        remedy: "Scale the picture down to the size it is shown in; put films and data elsewhere.",
        examples: [
            .bad(
                "profile: {photo: {file: assets/photo.jpg}}", at: "/profile/photo/file",
                assets: [Asset(path: "assets/photo.jpg", size: 9 << 20, head: [0xFF, 0xD8, 0xFF])]),
            .bad(
                "profile: {cv: {file: assets/cv.pdf}}", at: "/profile/cv/file",
                assets: [Asset(path: "assets/cv.pdf", size: 60 << 20, head: Array("%PDF-".utf8))]),
            .good(
                "profile: {photo: {file: assets/photo.jpg}}", assets: [.jpeg("assets/photo.jpg")]),
        ]
    ) { subject, _ in
        (subject.assets ?? []).compactMap { asset in
            let limit = AssetType.of(name: asset.path)?.isPicture == true ? pictureLimit : fileLimit
            guard asset.size > limit else { return nil }
            return Finding(
                "\(asset.path) has \(asset.size >> 20) MB; a page bears \(limit >> 20) MB",
                at: AssetReference.path(of: asset, in: subject.record.value),
                hint: "Scale it down, or put it elsewhere and link to it")
        }
    }

    private static let pictureLimit = 3 << 20
    private static let fileLimit = 30 << 20
}

/// Where a record refers to an asset.
enum AssetReference {
    /// The first field that names the asset; the root where none does.
    static func path(of asset: Asset, in record: Value) -> FieldPath {
        var result: FieldPath?
        PublicTexts.visit(record, .root) { text, path in
            if result == nil, text == asset.path { result = path }
        }
        return result ?? .root
    }
}
