internal import Formats
internal import RecordModel

extension Rule {
    /// Finds assets that are not what their name says.
    static let assetType = Rule(
        "lint.asset-type", .warning, "An asset is not what its name says",
        reason: """
            Servers and browsers go by the ending of the name. A picture under the wrong one may \
            not be shown; a web page saved under the name of a paper is no paper.
            """,
        remedy: "Give the file the ending of its type, or put the right file in its place.",
        examples: [
            .bad(
                "profile: {photo: {file: assets/photo.png}}", at: "/profile/photo/file",
                assets: [.jpeg("assets/photo.png")]),
            .bad(
                "profile: {cv: {file: assets/cv.pdf}}", at: "/profile/cv/file",
                assets: [
                    Asset(path: "assets/cv.pdf", size: 90, head: Array("<!doctype html>".utf8))
                ]),
            .bad(
                "profile: {cv: {file: assets/cv.pdf}}", at: "/profile/cv/file",
                assets: [Asset(path: "assets/cv.pdf", size: 0, head: [])]),
            .good(
                "profile: {photo: {file: assets/photo.jpeg}}",
                assets: [.jpeg("assets/photo.jpeg")]),
        ]
    ) { subject, _ in
        (subject.assets ?? []).compactMap { asset in
            guard let fault = fault(of: asset) else { return nil }
            return Finding(
                "\(asset.path) \(fault)",
                at: AssetReference.path(of: asset, in: subject.record.value),
                hint: "Give the file the ending of its type, or put the right file in its place")
        }
    }

    private static func fault(of asset: Asset) -> String? {
        guard asset.size > 0 else { return "is empty" }
        if asset.head.starts(with: "version https://".utf8.prefix(asset.head.count)),
            asset.head.count > 8
        {
            return "is a pointer of Git LFS, not the file itself"
        }
        guard let named = AssetType.of(name: asset.path), !named.fits(asset.head) else {
            return nil
        }
        let found = AssetType.all.first { $0.isTold(by: asset.head) }
        return found.map { "is \($0.name)" } ?? "does not begin as \(named.name) does"
    }
}
