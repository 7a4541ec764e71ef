import Foundation
import TestSupport
import Testing

/// A store that somebody filled to do harm: nothing leaves the target, nothing runs, and the end
/// comes soon, with findings that say what is wrong.
@Suite(
    .enabled(
        if: LabfolioBinary.path != nil && GitOracle.isInstalled, "needs the tool and git"))
struct HostileStoreTests {
    let folder: TemporaryFolder
    let outside: TemporaryFolder
    static let isSoak = ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] == "1"

    init() throws {
        folder = try TemporaryFolder()
        outside = try TemporaryFolder()
        for (name, text) in StoreText.two { try folder.write(text, to: "store/" + name) }
        try outside.write(StoreText.person("Outside"), to: "profile.yml")
        try outside.write("SECRET", to: "photo.jpg")
    }

    /// Runs the tool with a bound on its memory and on its time, which only a fault reaches.
    func run(_ arguments: String...) throws -> SystemCommand.Outcome {
        let tool = try #require(LabfolioBinary.path)
        return try SystemCommand.run(
            "bash",
            [
                "-c", "ulimit -v \(2 << 20); exec timeout 300 \"$@\"", "bash", tool,
            ] + arguments, in: folder.path + "/store",
            environment: ["HOME": folder.path, "XDG_CACHE_HOME": folder.path + "/cache"])
    }

    func codes(_ outcome: SystemCommand.Outcome) throws -> Set<String> {
        let value =
            try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
        let findings = value?["diagnostics"] as? [[String: Any]] ?? []
        return Set(findings.compactMap { $0["code"] as? String })
    }

    /// Everything below a folder, by path; a link by what it leads to.
    func tree(_ root: String) -> [String: String] {
        var found: [String: String] = [:]
        let names = FileManager.default.enumerator(atPath: root)
        while let name = names?.nextObject() as? String {
            let path = root + "/" + name
            if let link = try? FileManager.default.destinationOfSymbolicLink(atPath: path) {
                found[name] = "→ " + link
            } else {
                found[name] =
                    FileManager.default.contents(atPath: path).map {
                        String(decoding: $0, as: UTF8.self)
                    } ?? ""
            }
        }
        return found
    }

    @Test(arguments: [
        "Ada-Lovelace", "ADA", "ada lovelace", "ada-lovelace.", "ada-lovelace ", "..a", "a..b",
        "-rf", "--to", "$(touch x)", "a;b", "\u{430}da-lovelace", "ada\u{200B}-lovelace",
        "e\u{301}mile", "émile", "CON", "aux.txt", "{{x}}", "<b>", "a\nb", "a\\b", "C:x",
    ]) func `a folder of that name is no profile, and is said`(name: String) throws {
        try folder.write(StoreText.person("Eve"), to: "store/profiles/\(name)/profile.yml")
        let validated = try run("validate", "--format", "json")
        #expect(validated.status == 1)
        #expect(try codes(validated).contains("store.profile-name"), "\(validated.output)")
        let before = tree(folder.path + "/store")
        let exported = try run("export", "--to", folder.path + "/out")
        #expect(exported.status == 0, "\(exported.errors)")
        #expect(tree(folder.path + "/store") == before)
        let made = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
        #expect(Set(made) == ["ada-lovelace", "alan-turing"])
    }

    @Test func `links lead nowhere`() throws {
        let profiles = folder.path + "/store/profiles"
        let manager = FileManager.default
        try manager.createSymbolicLink(
            atPath: profiles + "/eve", withDestinationPath: outside.path)
        try folder.write(
            StoreText.person("Alan", more: "photo: {file: assets/photo.jpg, alt: x}\n"),
            to: "store/profiles/alan-turing/profile.yml")
        try folder.write("", to: "store/profiles/alan-turing/assets/.keep")
        try manager.createSymbolicLink(
            atPath: profiles + "/alan-turing/assets/photo.jpg",
            withDestinationPath: outside.path + "/photo.jpg")
        // And in the target: where folders and files of the homepage are to go.
        try folder.write("", to: "out/ada-lovelace/.keep")
        try manager.createSymbolicLink(
            atPath: folder.path + "/out/ada-lovelace/_data", withDestinationPath: outside.path)
        let before = tree(outside.path)
        let validated = try run("validate", "--format", "json")
        #expect(try codes(validated).contains("store.symbolic-link"))
        for force in [[], ["--force"], ["--keep-theirs"]] {
            let tool = try #require(LabfolioBinary.path)
            let exported = try SystemCommand.run(
                tool, ["export", "--to", folder.path + "/out", "--format", "json"] + force,
                in: folder.path + "/store", environment: ["HOME": folder.path])
            #expect(exported.status == 1)
            let found = try codes(exported)
            #expect(found.contains("export.obstacle") && found.contains("store.symbolic-link"))
            #expect(tree(outside.path) == before)
            #expect(!tree(folder.path + "/out").values.contains { $0.contains("SECRET") })
        }
    }

    @Test(arguments: [
        "../../../outside.jpg", "/etc/passwd", "assets/../../alan-turing/profile.yml",
        "assets/..", "assets/./x.jpg", "assets//x.jpg", "assets/x.jpg.", "assets/x.jpg ",
        "assets/.git/config", "assets/\u{E9}.jpg", "assets/{{x}}.jpg", "assets/a b.jpg",
        "assets/a\\b.jpg", "assets/C:x.jpg", "file:///etc/passwd", "assets/-rf/..",
    ]) func `a record that names such a file is not exported`(name: String) throws {
        let quoted = name.replacing("\\", with: "\\\\")
        try folder.write(
            StoreText.person("Ada", more: "photo: {file: \"\(quoted)\", alt: x}\n"),
            to: "store/profiles/ada-lovelace/profile.yml")
        let exported = try run("export", "--to", folder.path + "/out", "--format", "json")
        #expect(exported.status == 1)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
                == ["alan-turing"])
        let found = try codes(exported)
        #expect(
            found.contains("schema.pattern") || found.contains("store.missing-asset"), "\(found)")
    }

    @Test func `names that other computers do not keep apart are said`() throws {
        try folder.write(
            StoreText.person(
                "Ada",
                more: "photo: {file: assets/Photo.jpg, alt: x}\ncv: {file: assets/aux.pdf}\n"
                    + "bio: 'See ![](assets/photo.jpg).'\n"),
            to: "store/profiles/ada-lovelace/profile.yml")
        for name in ["Photo.jpg", "photo.jpg"] {
            try folder.write(
                [0xFF, 0xD8, 0xFF, 0xE0], to: "store/profiles/ada-lovelace/assets/" + name)
        }
        try folder.write("%PDF-1.7", to: "store/profiles/ada-lovelace/assets/aux.pdf")
        try folder.write(StoreText.person("Con"), to: "store/profiles/con/profile.yml")
        let validated = try run("validate", "--format", "json")
        #expect(try codes(validated).contains("lint.portable-name"))
        let text = try run("validate").errors + run("validate").output
        #expect(text.contains("`con` has a name that Windows keeps for devices"))
        #expect(text.contains("`assets/aux.pdf` has a name"))
        #expect(text.contains("are one file on a Mac"))
        let exported = try run("export", "--to", folder.path + "/out", "--format", "json")
        #expect(exported.status == 1)
        #expect(try codes(exported).contains("export.collision"))
    }

    struct LargeCase: Sendable, CustomTestStringConvertible {
        let name: String
        let file: String
        let code: String
        let text: @Sendable (_ isSoak: Bool) -> String
        var testDescription: String { name }
    }

    static let largeCases = [
        LargeCase(name: "a biography of 20 MB", file: "profile.yml", code: "store.unreadable") {
            StoreText.person("Ada")
                + "bio: |\n"
                + String(
                    repeating: "  " + String(repeating: "words ", count: 16) + "\n",
                    count: ($0 ? 20 : 9) * 10_486)
        },
        LargeCase(name: "a list of a million", file: "profile.yml", code: "yaml.too-large") {
            StoreText.person("Ada") + "keywords:\n"
                + String(repeating: "- a\n", count: $0 ? 1_000_000 : 510_000)
        },
        LargeCase(
            name: "a section of a million entries", file: "news.yml", code: "store.unreadable"
        ) { isSoak in
            (0..<(isSoak ? 1_000_000 : 260_000)).map {
                "- {id: n\($0), date: 2024, text: x}\n"
            }.joined()
        },
        LargeCase(name: "brackets in brackets", file: "news.yml", code: "yaml.too-deep") {
            String(repeating: "[", count: $0 ? 1_000_000 : 100_000)
        },
        LargeCase(name: "an anchor of anchors", file: "news.yml", code: "yaml.too-large") { _ in
            "- &a [x,x,x,x,x,x,x,x,x,x]\n"
                + (1..<9).map { level in
                    let (name, inner) = ("bcdefghij", "abcdefghi")
                    let own = name[name.index(name.startIndex, offsetBy: level - 1)]
                    let other = inner[inner.index(inner.startIndex, offsetBy: level - 1)]
                    let items = Array(repeating: "*\(other)", count: 10).joined(separator: ",")
                    return "- &\(own) [\(items)]\n"
                }.joined()
        },
    ]

    @Test(arguments: largeCases)
    func `what is too large is said soon`(given: LargeCase) throws {
        try folder.write(
            given.text(Self.isSoak), to: "store/profiles/ada-lovelace/" + given.file)
        let validated = try run("validate", "--format", "json")
        #expect(validated.status == 1, "\(validated.errors.prefix(500))")
        let found = try codes(validated)
        #expect(found.contains(given.code), "\(found)")
        #expect(validated.output.utf8.count < 20_000)
        let exported = try run("export", "--to", folder.path + "/out")
        #expect(exported.status == 1)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out")
                == ["alan-turing"])
        // The lab's own site is not made without one of its people.
        let lab = try run("export", "--lab", "--to", folder.path + "/lab", "--format", "json")
        #expect(lab.status == 1, "\(lab.errors.prefix(500))")
        #expect(try codes(lab).contains(given.code))
        #expect(!folder.contains("lab"))
    }

    /// As much as is allowed: it has to come out, in the time that so much takes.
    @Test(.enabled(if: isSoak, "heavy: LABFOLIO_SOAK=1")) func `what is just allowed comes out`()
        throws
    {
        let attack = String(repeating: "*a **b [c](d ![e <f `g ", count: 40)
        try folder.write(
            StoreText.person("Ada") + "bio: |\n"
                + String(repeating: "  " + attack + "\n", count: 8_000),
            to: "store/profiles/ada-lovelace/profile.yml")
        try folder.write(
            (0..<100_000).map { "- {id: n\($0), date: 2024, text: x}\n" }.joined(),
            to: "store/profiles/ada-lovelace/news.yml")
        let exported = try run("export", "--to", folder.path + "/out")
        #expect(exported.status == 0, "\(exported.errors)")
        let lab = try run("export", "--lab", "--to", folder.path + "/lab")
        #expect(lab.status == 0, "\(lab.errors)")
    }
}
