internal import Formats
internal import RecordModel

extension ExchangeForm {
    /// Finds out which form a document is in, by its name and what it holds; nil where that says
    /// nothing.
    public static func detected(in text: String, file: String) -> ExchangeForm? {
        if file.hasSuffix(".bib") { return bibTeX }
        let bytes = Array(text.utf8)
        let json = try? JSONReader().read(bytes, file: file).value
        guard let value = json ?? (try? YAMLReader().read(bytes, file: file).value) else {
            return nil
        }
        if value["orcid-identifier"] != nil || value["activities-summary"] != nil { return orcid }
        if value["cv"]?.mapping != nil { return renderCV }
        if value["basics"]?.mapping != nil { return jsonResume }
        let lists = ["work", "education", "publications", "awards", "volunteer"]
        if value["$schema"] != nil, lists.contains(where: { value[$0]?.list != nil }) {
            return jsonResume
        }
        let first = value.list?.first ?? value
        let isWork = first["title"] != nil || first["author"] != nil || first["issued"] != nil
        return isWork && first["type"] != nil ? csl : nil
    }
}
