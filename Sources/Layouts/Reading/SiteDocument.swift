import Formats
public import RecordModel

extension SiteReading {
    /// A data file of a site in a form that other tools have as well, such as a curriculum.
    public struct Document: Sendable {
        /// The forms that sites have.
        public enum Form: Hashable, Sendable {
            case renderCV, jsonResume
        }

        /// The file, from the site's root.
        public var file: String
        /// The form of the value.
        public var form: Form
        /// The document as the form has it, whatever the theme's dialect was.
        public var value: Value
        /// The address of the page that shows it.
        public var permalink: String
    }

    /// Adds a data file as a document; one that cannot be read is listed as left out.
    mutating func addDocument(
        _ file: String, of site: SiteSource, as form: Document.Form, at permalink: String,
        _ standard: (Value) -> Value = { $0 }
    ) {
        guard let text = site.texts[file], text.contains(where: { !$0.isWhitespace }) else {
            return
        }
        // JSON is YAML too; what people wrote by hand has commas too many.
        let json = try? JSONReader().read(Array(text.utf8), file: file).value
        guard let value = json ?? LenientYAML.value(text), !value.isNull else {
            dropped.append(DroppedText(.unreadable, text, file: file, line: 1))
            return
        }
        documents.append(
            Document(file: file, form: form, value: standard(value), permalink: permalink))
    }

    /// The address of the page that shows the curriculum.
    func curriculumPermalink(_ isCurriculum: (SitePage) -> Bool) -> String {
        let found = pages.first(where: isCurriculum)?.text("permalink") ?? "/cv/"
        return found.hasPrefix("/") ? found : "/cv/"
    }
}
