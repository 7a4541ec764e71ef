import ProfileStore
import RecordModel
import TestSupport
import Testing

@testable import Publishing

/// Where homepages go, as `labfolio.yml` says.
@Suite struct PublishTargetTests {
    private func target(
        _ repository: String, branch: String = "main", folder: String = ""
    ) -> PublishTarget? {
        PublishTarget(
            profile: .known("ada-lovelace"), repository: repository, branch: branch,
            folder: folder, from: "/lab/store")
    }

    @Test(arguments: [
        ("../ada.git", "/lab/store/../ada.git"), ("/srv/ada.git", "/srv/ada.git"),
        ("ada", "/lab/store/ada"), ("sites/a:b", "/lab/store/sites/a:b"),
        ("git@host:ada/site.git", "git@host:ada/site.git"), ("host:ada", "host:ada"),
        ("https://host/ada.git", "https://host/ada.git"), ("ssh://host/ada", "ssh://host/ada"),
    ]) func `a path is meant from the store, an address is not touched`(
        repository: String, address: String
    ) {
        #expect(target(repository)?.address == address)
    }

    @Test func `a path is the repository that git would open`() throws {
        let folder = try TemporaryFolder()
        for name in ["bare.git/HEAD", "tree/.git/HEAD", "both/HEAD", "both.git/HEAD"] {
            try folder.write("", to: name)
        }
        func identity(_ path: String) -> String? {
            PublishTarget(
                profile: .known("ada-lovelace"), repository: path, branch: "main", folder: "",
                from: folder.path)?.identity
        }
        #expect(identity("bare") == identity("./bare.git/"))
        #expect(identity("tree") == identity("tree/.git"))
        #expect(identity("both") != identity("both.git"))
        #expect(identity("nowhere") != identity("bare"))
    }

    @Test(arguments: [
        "", "-oProxyCommand=x", "--upload-pack=x", "a\nb",
    ]) func `what git could take for something else is no repository`(repository: String) {
        #expect(target(repository) == nil)
    }

    @Test(arguments: ["", "-f", "+main", "a:b", "a b", "a..b~1", "a^", "*", "x\\y", "a\tb"])
    func `what git could take for something else is no branch`(branch: String) {
        #expect(target("a", branch: branch) == nil)
    }

    @Test(arguments: ["..", "../x", "/etc", "a/../b", "a//b", "a\\b", "c:", "a/"])
    func `what leads elsewhere is no folder`(folder: String) {
        #expect(target("a", folder: folder) == nil)
    }

    @Test(arguments: [
        ("https://ada:secret@host/x", "https://ada:…@host/x main"),
        ("https://ada@host/x:y@z", "https://ada@host/x:y@z main"),
        ("git@host:x", "git@host:x main"),
    ]) func `a password in an address is not shown`(repository: String, shown: String) {
        #expect(target(repository)?.description == shown)
    }

    @Test func `homepages of one branch are handled together`() throws {
        let targets = try [
            #require(target("https://h/a", folder: "x")), #require(target("https://h/b")),
            #require(target("https://h/a.git/", folder: "y")),
            #require(target("https://h/a", branch: "other")),
        ]
        let groups = TargetBranch.grouping(targets)
        #expect(groups.map { $0.targets.map(\.folder) } == [["x", "y"], [""], [""]])
        #expect(Publisher.batches(of: targets).count == 1)
        let many = try (0..<40).map { try #require(target("https://h/\($0)")) }
        #expect(Publisher.batches(of: many).map(\.count) == [16, 16, 8])
    }

    struct TrailerCase: Sendable, CustomTestStringConvertible {
        let name: String
        let message: String
        let isFound: Bool
        var testDescription: String { name }
    }

    static let source = "0123456789abcdef0123456789abcdef01234567"

    @Test(arguments: [
        TrailerCase(
            name: "as it is written",
            message: PublicationTrailer.message("S\n\n- x", profile: "ada", source: source),
            isFound: true),
        TrailerCase(
            name: "with more trailers",
            message: "S\n\nLabfolio-Source: \(source)\nSigned-off-by: x\n",
            isFound: true),
        TrailerCase(
            name: "not in the last paragraph", message: "S\n\nLabfolio-Source: \(source)\n\nmore\n",
            isFound: false),
        TrailerCase(name: "no id", message: "S\n\nLabfolio-Source: main\n", isFound: false),
        TrailerCase(name: "none", message: "S\n", isFound: false),
        TrailerCase(name: "nothing", message: "", isFound: false),
    ]) func `the source of a commit is read from its last lines`(given: TrailerCase) {
        let found = PublicationTrailer.source(in: given.message)
        #expect(found == (given.isFound ? Self.source : nil))
    }
}
