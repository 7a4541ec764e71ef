import Foundation
import TestSupport
import Testing

/// The lab's own site of a store that somebody filled to do harm.
extension HostileStoreTests {
    private func names(_ folder: String) -> Set<String> {
        Set(tree(self.folder.path + "/" + folder).keys)
    }

    /// Expects that no two files are one where case and forms of Unicode are not kept apart, and
    /// that every name is one that any computer takes.
    private func checkNames(_ folder: String) {
        let all = names(folder)
        let folded = Dictionary(grouping: all) {
            $0.precomposedStringWithCompatibilityMapping.lowercased()
        }
        #expect(folded.values.filter { $0.count > 1 } == [])
        for name in all {
            #expect(name.allSatisfy { $0.isASCII }, "\(name)")
            #expect(!name.contains(/[{}<>:"|?*\\]|\.\.|\/\.(?!labfolio)|(^|\/)-/), "\(name)")
        }
    }

    @Test func `folders that are no profiles have no page in the lab`() throws {
        for name in [
            "Ada-Lovelace", "ADA", "\u{430}da-lovelace", "ada\u{200B}-lovelace", "e\u{301}mile",
            "émile", "..a", "{{x}}", "<b>", "-rf", "a\nb", "CON",
        ] {
            try folder.write(StoreText.person("Eve"), to: "store/profiles/\(name)/profile.yml")
        }
        let before = tree(folder.path + "/store")
        let exported = try run("export", "--lab", "--to", folder.path + "/lab")
        #expect(exported.status == 0, "\(exported.errors)")
        #expect(tree(folder.path + "/store") == before)
        let people = try FileManager.default.contentsOfDirectory(
            atPath: folder.path + "/lab/people")
        #expect(Set(people) == ["index.html", "ada-lovelace", "alan-turing"])
        checkNames("lab")
    }

    @Test func `what labfolio yml says of people and groups leads nowhere else`() throws {
        let ids = [
            "../out", "/etc/x", "..", ".", "Ada-Lovelace", "\u{430}da", "CON", "a/b", "{{x}}",
            "index.html", "people", "ada lovelace", "-rf",
        ]
        let departed = ids.map { "  \"\($0)\": {name: Gone, until: 2020}\n" }.joined()
        try folder.write(
            """
            lab: {name: "{{ site.x }}{% include x %}<script>alert(1)</script>"}
            site:
              url: "javascript:alert(1)"
              baseurl: "/../..{{x}}"
              groups:
                - {id: "../g", heading: "<script>alert(1)</script>", roles: ["*"]}
                - {id: "--g{{x}}", heading: "{% raw %}", roles: ["*"]}
            departed:
            \(departed)
            """, to: "store/labfolio.yml")
        let validated = try run("validate", "--format", "json")
        #expect(validated.status == 1)
        #expect(try codes(validated).contains { $0.hasPrefix("schema.") }, "\(validated.output)")
        let outer = names("")
        let exported = try run("export", "--lab", "--to", folder.path + "/lab")
        #expect([0, 1].contains(exported.status), "\(exported.errors)")
        let made = names("").subtracting(outer).filter { $0 != "lab" }
        #expect(made.allSatisfy { $0.hasPrefix("lab/") || $0.hasPrefix("cache") }, "\(made)")
        checkNames("lab")
        // What the pages make of the texts is looked at where Jekyll builds them.
        for (name, text) in tree(folder.path + "/lab") {
            #expect(!text.contains("javascript:"), "\(name)")
        }
    }

    @Test func `links of a store lead nowhere in the lab either`() throws {
        let manager = FileManager.default
        try folder.write(
            StoreText.person("Alan", more: "photo: {file: assets/photo.jpg, alt: x}\n"),
            to: "store/profiles/alan-turing/profile.yml")
        try folder.write("", to: "store/profiles/alan-turing/assets/.keep")
        try manager.createSymbolicLink(
            atPath: folder.path + "/store/profiles/alan-turing/assets/photo.jpg",
            withDestinationPath: outside.path + "/photo.jpg")
        let refused = try run("export", "--lab", "--to", folder.path + "/lab", "--format", "json")
        #expect(refused.status == 1)
        #expect(try codes(refused).contains("store.symbolic-link"))
        #expect(!folder.contains("lab"))
        // And in the target, where the site's folders are to go.
        try manager.removeItem(
            atPath: folder.path + "/store/profiles/alan-turing/assets/photo.jpg")
        try folder.write(
            [0xFF, 0xD8, 0xFF, 0xE0], to: "store/profiles/alan-turing/assets/photo.jpg")
        try folder.write("", to: "lab/.keep")
        for name in ["people", "_data", "assets"] {
            try manager.createSymbolicLink(
                atPath: folder.path + "/lab/" + name, withDestinationPath: outside.path)
        }
        let before = tree(outside.path)
        for force in [[], ["--force"], ["--keep-theirs"], ["--force", "--atomic"]] {
            let tool = try #require(LabfolioBinary.path)
            let exported = try SystemCommand.run(
                tool,
                ["export", "--lab", "--to", folder.path + "/lab", "--format", "json"] + force,
                in: folder.path + "/store", environment: ["HOME": folder.path])
            #expect(exported.status == 1)
            #expect(try codes(exported).contains("export.obstacle"))
            #expect(tree(outside.path) == before)
        }
    }

    @Test func `pictures with one name in many forms are kept apart`() throws {
        for (number, id) in ["ada-lovelace", "alan-turing"].enumerated() {
            let files = ["Photo.jpg", "photo.jpg"]
            try folder.write(
                StoreText.person(
                    "Person \(number)",
                    more: "photo: {file: assets/\(files[number]), alt: x}\n"),
                to: "store/profiles/\(id)/profile.yml")
            try folder.write(
                [0xFF, 0xD8, 0xFF, 0xE0 + UInt8(number)],
                to: "store/profiles/\(id)/assets/\(files[number])")
        }
        let exported = try run("export", "--lab", "--to", folder.path + "/lab")
        #expect(exported.status == 0, "\(exported.errors)")
        #expect(names("lab/assets").count == 2)
        checkNames("lab")
    }
}
