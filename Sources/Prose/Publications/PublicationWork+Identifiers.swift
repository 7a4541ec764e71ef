import RecordModel

/// The identifiers that addresses hold.
extension PublicationWork {
    func takeIdentifier(of url: String, _ draft: inout EntryDraft) {
        if draft.fields["arxiv"] == nil, url.contains("arxiv.org/"),
            let match = url.firstMatch(
                of: /arxiv\.org\/(?:abs|pdf|html)\/(\d{4}\.\d{4,5}(?:v\d+)?)(?:\.pdf)?$/)
        {
            draft.set("arxiv", String(match.1))
        }
        if draft.fields["doi"] == nil, url.contains("doi.org/"),
            let match = url.firstMatch(
                of: /^https?:\/\/(?:dx\.)?doi\.org\/(10\.\d{4,9}\/[^\s"<>{}\\?#]+)$/)
        {
            draft.set("doi", String(match.1))
        }
    }
}
