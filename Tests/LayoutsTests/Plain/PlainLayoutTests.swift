import Formats
import Foundation
import RecordModel
import TestSupport
import Testing

@testable import Layouts

@Suite struct PlainLayoutTests {
    private func text(_ output: Layout.Output, _ path: String) throws -> String {
        let file = try #require(output.files.first { $0.path.description == path })
        guard case .bytes(let bytes) = file.content else {
            throw SystemError.notText(path)
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private enum SystemError: Error { case notText(String) }

    /// A record of a person with a name and whatever else a test needs.
    private func output(_ sections: KeyValuePairs<String, Value>) throws -> Layout.Output {
        var record = Mapping()
        record["profile"] = ["name": ["display": "Ada"]]
        for (name, value) in sections { record[name] = value }
        return Layout.plain.output(try RichRecord.input(.mapping(record)))
    }

    @Test func `the same record gives the same files`() throws {
        let first = Layout.plain.output(try RichRecord.input())
        let second = Layout.plain.output(try RichRecord.input())
        #expect(first.files == second.files)
        #expect(Set(first.files.map(\.path)).count == first.files.count)
    }

    @Test func `the tool holds every file of the theme's folder as it is`() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../../Sources/Layouts/Plain/Theme").standardized.path
        let all = try #require(FileManager.default.enumerator(atPath: root))
        let paths = all.compactMap { $0 as? String }.filter { $0.contains(".") }
        #expect(paths.sorted() == PlainTheme.files.map(\.path).sorted())
        for file in PlainTheme.files {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: root + "/" + file.path))
            let isSame = Array(bytes) == file.bytes
            #expect(isSame, "\(file.path)")
        }
    }

    @Test func `a template escapes every value that is not safe HTML`() {
        // What a template may print as it is: the parts of its own making, numbers, safe HTML.
        let trusted = ["content", "root", "page.root", "section.level", "section.group_level"]
        for file in PlainTheme.files where file.path.hasSuffix(".html") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            for piece in text.split(separator: "{{").dropFirst() {
                let output = piece.prefix { $0 != "}" }.trimmingCharacters(in: .whitespaces)
                let name = output.prefix { $0 != " " }
                let isSafe =
                    output.hasSuffix("| escape") || name.hasSuffix("_html")
                    || trusted.contains(output)
                #expect(isSafe, "\(file.path): \(output)")
            }
        }
    }

    @Test func `what is hidden or private is in no file`() throws {
        let output = Layout.plain.output(try RichRecord.input())
        for file in output.files {
            guard case .bytes(let bytes) = file.content else { continue }
            let text = String(decoding: bytes, as: UTF8.self)
            for word in ["secret@", "hidden.example", "Bank", "mlz@cam", "m@x", "Do not tell"] {
                #expect(!text.contains(word), "\(file.path): \(word)")
            }
        }
        #expect(try text(output, "_data/homepage.json").contains("mlz [at] cam [dot] example"))
    }

    @Test func `the files of the profile that pages show come along, and no others`() throws {
        let output = Layout.plain.output(try RichRecord.input())
        let assets = output.files.filter {
            if case .asset(let path) = $0.content { path == $0.path.description } else { false }
        }
        #expect(
            assets.map(\.path.description) == [
                "assets/cv.pdf", "assets/garden.png", "assets/hand out.pdf",
                "assets/papers/fed.png", "assets/photo.png", "assets/transcript.pdf",
            ])
    }

    @Test(arguments: [
        "../secret", "/etc/passwd", "assets/../../x", "assets/", "photo.png", "assets/a\\b", "",
        "assets//x",
    ])
    func `a file outside the profile's folder is left out with a finding`(path: String) throws {
        let output = try output([
            "profile": ["name": ["display": "A"], "photo": ["file": .string(path)]]
        ])
        #expect(!output.files.contains { if case .asset = $0.content { true } else { false } })
        #expect(output.diagnostics.map(\.code) == ["layout.unsafe-address"])
        #expect(output.diagnostics.first?.path?.description == "/profile/photo/file")
    }

    @Test(arguments: ["assets/_x.png", "assets/.x/y.png", "assets/#x", "assets/x~"])
    func `a file that Jekyll leaves out is reported`(path: String) throws {
        let output = try output([
            "profile": ["name": ["display": "A"], "photo": ["file": .string(path)]]
        ])
        #expect(output.diagnostics.map(\.code) == ["layout.uncopied-file"])
    }

    @Test func `names of files survive their way through addresses`() throws {
        for path in ["assets/a b.png", "assets/100%.pdf", "assets/论文/x#1?.pdf", "assets/%41.txt"] {
            let asset = try #require(PlainAsset(path))
            #expect(!asset.address.contains(" ") && !asset.address.contains("#"))
            #expect(PlainAsset(address: asset.address) == asset)
        }
    }

    @Test func `an address that a page must not link to is left out with a finding`() throws {
        let output = try output([
            "talks": [
                [
                    "id": "x", "title": "T", "url": "javascript:alert(1)",
                    "links": [["label": "L", "url": "data:text/html,x"]],
                ]
            ]
        ])
        #expect(
            output.diagnostics.compactMap { $0.path?.description } == [
                "/talks/x/url", "/talks/x/links/0/url",
            ])
        let data = try text(output, "_data/homepage.json")
        #expect(!data.contains("javascript:") && !data.contains("data:text"))
    }

    @Test func `data is YAML as well as JSON`() {
        let data = JSONWriter().text(["a": "x\u{85}y\u{2028}z\u{FEFF}\u{9F}\u{7F} 🎉 </script>"])
        #expect(
            data.contains("x\\u0085y\\u2028z\\ufeff\\u009f\\u007f 🎉 </script>"),
            "\(data)")
    }

    @Test func `structured data cannot end its script element`() throws {
        let output = try output([
            "profile": ["name": ["display": "</script><script>alert(1)//&"]],
            "publications": [["id": "a", "title": "</SCRIPT>", "authors": []]],
        ])
        let data = try text(output, "_data/homepage.json")
        let lines = data.split(separator: "\n").filter { $0.contains("jsonld_html") }
        #expect(lines.count == 2)
        for line in lines {
            #expect(!line.contains("<") && !line.contains(">") && !line.contains("&"))
        }
    }

    @Test func `former addresses lead to where things are now`() throws {
        let output = Layout.plain.output(try RichRecord.input())
        let expected = [
            "about/index.html": ("../", ""), "people/mei/index.html": ("../../", ""),
            "old.html": ("./", ""), "news/icml/index.html": ("../../", "news/#news--icml"),
            "publication/fedimpro/index.html":
                ("../../", "publications/#publications--fedimpro"),
            "talks/oxford.html": ("../", "#talks--oxford"), "hiking/index.html": ("../", "#hiking"),
        ]
        for (path, (root, place)) in expected {
            let page = try text(output, path)
            #expect(page.contains("root: \"\(root)\"\nplace: \"\(place)\""), "\(path): \(page)")
        }
    }

    @Test func `a former address takes no page away`() throws {
        let output = try output([
            "profile": [
                "name": ["display": "A"],
                "layout": [
                    "permalink": "/",
                    "redirects": [
                        "/404.html", "/_data/homepage.json", "/../x/", "/index.html/x/",
                        "/theme/plain.css/x/", "/assets/x/", "/free.html", "/free.html/x/",
                    ],
                ],
            ]
        ])
        let pages = output.files.filter { $0.path.description.hasSuffix("x/index.html") }
        #expect(pages.isEmpty)
        #expect(output.files.contains { $0.path.description == "free.html" })
        #expect(try text(output, "404.html").contains("missing"))
        #expect(try text(output, "_data/homepage.json").hasPrefix("{"))
    }

    @Test func `who has no CV of their own gets a page for one`() throws {
        let entries: Value = [["id": "a", "degree": "PhD", "organization": "X", "role": "Y"]]
        let with = try output(["education": entries, "positions": entries, "talks": entries])
        let without = try output(["education": entries])
        #expect(with.files.contains { $0.path.description == "cv/index.html" })
        #expect(!without.files.contains { $0.path.description == "cv/index.html" })
    }

    @Test func `a visitor counter with a strange token is left out with a finding`() throws {
        let output = try output([
            "profile": [
                "name": ["display": "A"],
                "widgets": [
                    ["kind": "flagcounter", "token": "a\" onload=\"x"],
                    ["kind": "evil", "token": "abc"], ["kind": "flagcounter", "token": "o3ta"],
                ],
            ]
        ])
        #expect(output.diagnostics.map(\.code) == ["layout.widget", "layout.widget"])
        let data = try text(output, "_data/homepage.json")
        #expect(data.contains("https://info.flagcounter.com/o3ta"))
        #expect(!data.contains("onload") && !data.contains("evil"))
    }
}
