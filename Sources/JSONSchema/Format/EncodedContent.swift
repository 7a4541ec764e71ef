internal import Formats
internal import RecordModel

/// What a text holds in another form: `contentEncoding` and `contentMediaType`, which decide over
/// values up to draft 7 (draft 7, 8).
struct EncodedContent: Sendable {
    private let isBase64: Bool
    private let isJSON: Bool

    /// Reads the two keywords; nil where they name nothing that can be checked.
    init?(_ schema: Mapping) {
        isBase64 = schema["contentEncoding"]?.string?.lowercased() == "base64"
        isJSON = schema["contentMediaType"]?.string == "application/json"
        guard isBase64 || isJSON else { return nil }
    }

    /// What is wrong with a text, and which keyword says so.
    func fault(_ text: String) -> (keyword: String, message: String)? {
        var bytes = Array(text.utf8)
        if isBase64 {
            guard let decoded = Base64.decoded(text) else {
                return ("contentEncoding", "`\(Wording.cut(text))` is not in base64")
            }
            bytes = decoded
        }
        guard isJSON else { return nil }
        do throws(Diagnostic) {
            _ = try JSONReader().read(bytes, file: "")
            return nil
        } catch { return ("contentMediaType", "The text does not hold JSON") }
    }
}
