internal import Profiles
internal import RecordModel

/// The news of all, newest first, under their years.
struct LabNewsPages {
    let site: LabSite

    private static let limit = 100
    private static let folder = "news/"

    /// The pages; none where there is no news.
    var pages: [LabPage] {
        let count = (site.news.count + Self.limit - 1) / Self.limit
        return (0..<count).map { index in
            let start = index * Self.limit
            return page(
                site.news[start..<min(start + Self.limit, site.news.count)], index + 1, count)
        }
    }

    private func page(_ items: ArraySlice<LabNewsItem>, _ number: Int, _ count: Int) -> LabPage {
        var years: [Int?] = []
        var values: [Int?: [Value]] = [:]
        for item in items {
            if values[item.date?.year] == nil { years.append(item.date?.year) }
            values[item.date?.year, default: []].append(
                item.value(style: site.style, members: site.membersByID))
        }
        let sections = years.map { year in
            LabSection.value(
                "news", anchor: "year--" + (year.map(String.init) ?? "undated"),
                heading: year.map(String.init) ?? site.style.word(.undated),
                ["items": .list(values[year] ?? []), "anchored": true])
        }
        let paging = LabPaging(site: site, folder: Self.folder, count: count)
        let word = site.style.word(.news)
        return LabPage(
            LabPaging.folder(Self.folder, number), layout: "lab", title: word, menu: Self.folder,
            [
                "heading": .string(word), "sections": .list(sections),
                "paging": count < 2 ? nil : paging.value(number),
            ])
    }
}
