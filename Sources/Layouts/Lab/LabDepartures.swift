internal import Profiles
internal import RecordModel

/// What is left at the addresses of those who left, as `labfolio.yml` says.
struct LabDepartures {
    let site: LabSite

    /// The pages, in the order of the ids.
    var pages: [LabPage] {
        site.settings.departures.sorted { $0.key < $1.key }.compactMap { id, departure in
            // An id that is no slug is no profile's, and names no folder.
            guard ProfileID(id) != nil else { return nil }
            switch departure.page {
            case .nothing: return nil
            case .redirect:
                guard let url = departure.url else { return tombstone(id, departure) }
                return LabPage(
                    LabMember.page(of: id), layout: "moved", title: nil,
                    ["root": "", "place": .string(url)])
            case .tombstone: return tombstone(id, departure)
            }
        }
    }

    private func tombstone(_ id: String, _ departure: LabSettings.Departure) -> LabPage {
        let member = site.membersByID[id]
        let name = departure.name ?? member?.name.display
        let style = site.style
        return LabPage(
            LabMember.page(of: id), layout: "departed", title: name ?? site.word(.alumni),
            menu: "people/#",
            [
                "heading": .string(name ?? site.word(.alumni)), "noindex": true,
                "name": PlainValue.text(name),
                "until": (departure.until).flatMap { style.date($0) }.map {
                    .string("\(site.word(.memberUntil)) \($0)")
                },
                "url": style.url(departure.url), "next_html": style.html(member?.next),
            ])
    }
}
