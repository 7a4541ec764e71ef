import Layouts
import RecordModel
import TestSupport
import Testing

/// Bibliographies, read by a program that is not ours.
@Suite(.enabled(if: Pybtex.isInstalled, "pybtex is not installed"))
struct BibliographyTests {
    private static let count = """
        import sys, pybtex.database
        entries = pybtex.database.parse_string(sys.stdin.read(), "bibtex").entries
        for key, entry in entries.items():
            print(key, len(entry.persons.get("author", [])), sorted(entry.fields)[0])
        """

    private static let records = [Record.shown] + HostileRecords.all

    @Test(arguments: records.indices)
    func `every entry is read with all its authors`(index: Int) throws {
        let record = Self.records[index]
        let papers = record.value["publications"]?.list ?? []
        for layout in [Layout.alFolio, .academicPages] {
            let exported = Exported(layout, record)
            let files = exported.paths.filter { $0.hasSuffix(".bib") }
            let text = files.map { exported.text($0).replacing("---\n", with: "") }
                .joined(separator: "\n")
            let outcome = try SystemCommand.run("python3", ["-c", Self.count], input: text)
            #expect(outcome.status == 0, "\(outcome.errors)\n\(text)")
            let lines = outcome.output.split(separator: "\n")
            #expect(lines.count == papers.count, "\(outcome.output)\n\(text)")
        }
    }
}

/// A reader of BibTeX to compare with.
enum Pybtex {
    static let isInstalled =
        (try? SystemCommand.run("python3", ["-c", "import pybtex.database"]).status) == 0
}
