import Foundation
import Importing
import ProfileStore
import RecordModel
import Testing

@testable import Layouts

/// The lens closed: what an import makes of a page goes out to the page's own family as it was.
@Suite struct LensTests {
    /// A part of the pages; with LABFOLIO_SOAK=1, all of them.
    private static let pages = SharedPages.pages.enumerated().filter {
        $0.offset % 4 == 0 || ProcessInfo.processInfo.environment["LABFOLIO_SOAK"] != nil
    }.map(\.element)

    @Test(.enabled(if: !pages.isEmpty, "there is no ../shared here"), arguments: pages)
    func `no text of an import is outdated before anybody changed a field`(path: String) throws {
        let id = try #require(ProfileID("ada-lovelace"))
        let source = try ImportSource(at: SharedPages.path(path), name: path)
        let imported = Importer(schemas: try SchemaSet()).read(source.site, as: id)
        let layout = Layout.named(imported.report.family) ?? .plain
        let output = layout.output(Layout.Input(record: imported.record))
        for found in output.diagnostics where found.code == "layout.outdated-writing" {
            Issue.record("\(path): \(found.message)")
        }
    }
}
