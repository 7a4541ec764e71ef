internal import Formats
internal import RecordModel

/// The schemas that say what a schema is, as the specification publishes them.
enum Metaschemas {
    /// Returns one by its URI, nil where the URI names none of them.
    static func document(_ uri: String) -> Value? { documents[Dialect.withoutFragment(uri)] }

    private static let documents: [String: Value] = {
        var documents: [String: Value] = [:]
        for (uri, bytes) in sources {
            do throws(Diagnostic) {
                documents[uri] = try JSONReader().read(bytes, file: uri).value
            } catch { preconditionFailure("\(uri) is built in and is JSON: \(error.message)") }
        }
        return documents
    }()

    private static let sources: [String: [UInt8]] = {
        let root = "https://json-schema.org/draft/2020-12/"
        return [
            "http://json-schema.org/draft-07/schema": PackageResources.draft_07_json,
            root + "schema": PackageResources.draft_2020_12_json,
            root + "meta/core": PackageResources.draft_2020_12_core_json,
            root + "meta/applicator": PackageResources.draft_2020_12_applicator_json,
            root + "meta/unevaluated": PackageResources.draft_2020_12_unevaluated_json,
            root + "meta/validation": PackageResources.draft_2020_12_validation_json,
            root + "meta/meta-data": PackageResources.draft_2020_12_meta_data_json,
            root + "meta/format-annotation": PackageResources.draft_2020_12_format_annotation_json,
            root + "meta/format-assertion": PackageResources.draft_2020_12_format_assertion_json,
            root + "meta/content": PackageResources.draft_2020_12_content_json,
        ]
    }()
}
