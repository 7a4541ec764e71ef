internal import RecordModel

extension Rule {
    /// Finds names that not every file system keeps apart from others, or at all.
    static let portableName = Rule(
        "lint.portable-name", .warning, "A name does not work on every computer",
        reason: """
            Ids and assets become names of files. Windows has none called `con`, `aux` or `nul`, \
            whatever their ending, and a Mac takes `Photo.jpg` and `photo.jpg` for one file: \
            whoever clones the store or the site there gets an error, or loses one of the two.
            """,
        remedy: "Choose another name, and change it where it is referred to.",
        examples: [
            .bad(
                "news: [{id: aux, date: 2024-05, text: An auxiliary engine.}]",
                at: "/news/aux/id"),
            .bad(
                "profile: {photo: {file: assets/con.jpg}}", at: "/profile/photo/file",
                assets: [.jpeg("assets/con.jpg")]),
            .bad(
                "profile: {photo: {file: assets/photo.jpg}}", at: "",
                assets: [.jpeg("assets/Photo.jpg"), .jpeg("assets/photo.jpg")]),
            .good(
                """
                profile: {photo: {file: assets/console.jpg}}
                news: [{id: auxiliary, date: 2024-05, text: An auxiliary engine.}]
                """, assets: [.jpeg("assets/console.jpg")]),
        ]
    ) { subject, _ in
        var findings: [Finding] = []
        let id = subject.record.id.text
        if PortableName.isReserved(id) {
            findings.append(reserved(id, "The profile", at: .root))
        }
        for section in subject.record.value.mapping?.entries ?? [] {
            for entry in section.value.list ?? [] {
                // Only names as short as these are reserved, so the others cost nothing.
                guard let id = entry["id"]?.string, id.utf8.count <= PortableName.lengthLimit,
                    PortableName.isReserved(id)
                else { continue }
                findings.append(
                    reserved(id, "The entry", at: FieldPath(steps: [section.key, id, "id"])))
            }
        }
        return findings + assetFindings(subject)
    }

    private static func assetFindings(_ subject: Subject) -> [Finding] {
        var findings: [Finding] = []
        var first: [String: String] = [:]
        for asset in subject.assets ?? [] {
            let place = { AssetReference.path(of: asset, in: subject.record.value) }
            if asset.path.split(separator: "/").contains(where: PortableName.isReserved) {
                findings.append(reserved(asset.path, "The asset", at: place()))
            }
            let folded = PortableName.folded(asset.path)
            if let other = first[folded] {
                findings.append(
                    Finding(
                        "\(asset.path) and \(other) are one file on a Mac and on Windows",
                        at: .root, hint: "Give one of the two another name"))
            } else {
                first[folded] = asset.path
            }
        }
        return findings
    }

    private static func reserved(_ name: String, _ what: String, at path: FieldPath) -> Finding {
        Finding(
            "\(what) `\(name)` has a name that Windows keeps for devices", at: path,
            hint: "Choose another one; whoever clones it on Windows gets an error")
    }
}

/// What file systems other than this one make of a name.
enum PortableName {
    /// The longest name that is reserved.
    static let lengthLimit = 4

    /// Tells whether Windows keeps a name for a device, whatever follows its first dot (Naming
    /// Files, Paths, and Namespaces, in Microsoft's documentation).
    static func isReserved(_ name: some StringProtocol) -> Bool {
        let stem = name.prefix { $0 != "." }.lowercased()
        switch stem {
        case "con", "prn", "aux", "nul": return true
        default:
            guard stem.hasPrefix("com") || stem.hasPrefix("lpt"), stem.count == 4 else {
                return false
            }
            return stem.last.map { "0123456789¹²³".contains($0) } == true
        }
    }

    /// Returns a text that is the same for names which some file system takes for one.
    ///
    /// Swift compares texts by what they look like, so accents written in two ways are one here.
    static func folded(_ name: String) -> String { name.lowercased() }
}
