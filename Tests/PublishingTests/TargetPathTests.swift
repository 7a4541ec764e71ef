import Layouts
import Testing

/// No text of a record becomes a path outside of the target.
@Suite struct TargetPathTests {
    @Test(arguments: [
        "", "/", "/etc/passwd", "..", ".", "a/..", "../a", "a/../b", "a/./b", "a//b", "a/", "./a",
        "a\\b", "C:\\x", "c:x", "a\0b", "a\nb", "a\u{7F}", "a\tb",
        // What Windows or a Mac takes for something else.
        "...", "a.", "a /b", "a./b", ".git", ".git/hooks/x", "a/.GIT/config", ".g\u{200C}it/x",
        "\u{FEFF}.git/x", "git~1/x", "GIT~1",
        String(repeating: "x", count: 256), String(repeating: "x/", count: 600) + "x",
    ]) func `a path that leads out or breaks a file system is none`(text: String) {
        #expect(TargetPath(text) == nil)
    }

    @Test(arguments: [
        ("a", "a"), ("_pages/about.md", "about.md"), ("a/b/c", "c"), ("..a/b..c", "b..c"),
        (".gitignore", ".gitignore"), ("git", "git"), ("a.git", "a.git"),
        (".github/x", "x"), (".labfolio", ".labfolio"), ("日本/é 1.md", "é 1.md"),
    ]) func `a relative path is kept as it is`(text: String, name: String) {
        #expect(TargetPath(text)?.description == text)
        #expect(TargetPath(text)?.name == Substring(name))
    }
}
