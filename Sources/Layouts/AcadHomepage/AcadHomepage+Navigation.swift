import Formats
import Profiles
import RecordModel

extension AcadHomepage {
    /// Writes the top bar: the parts of the page that have a heading, in order.
    ///
    /// The theme itself adds the first entry, which leads to the top.
    func navigation(
        of parts: [(item: OutlineItem, text: String?)], body: PageBody, to draft: inout Draft
    ) {
        // An address from the root would leave a site that lives in a folder.
        let base = input.profile.layoutChoices.baseurl ?? ""
        let root = base.isEmpty || base == "/" ? "/" : ""
        let entries = parts.compactMap { item, text -> Value? in
            guard let heading = item.heading, item.part != .bio, text != nil else { return nil }
            return [
                "title": .string(HTMLText.escape(item.menu ?? heading)),
                "url": .string(root + "#" + body.anchor(item.part.name)),
            ]
        }
        draft.add("_data/navigation.yml", data: ["main": .list(entries)])
    }
}
