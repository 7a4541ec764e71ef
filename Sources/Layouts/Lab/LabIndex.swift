internal import Formats
internal import Profiles
public import RecordModel

/// What the lab's site needs to know of every record before it can make a page of any.
///
/// Only a small part of each record is kept, so that a lab of thousands fits into memory.
public struct LabIndex: Sendable {
    let settings: LabSettings
    private(set) var members: [LabMember] = []
    private(set) var listings: [WorkListing] = []
    private(set) var news: [LabNewsItem] = []

    /// Begins the index of a lab.
    public init(settings: LabSettings) { self.settings = settings }

    /// Takes a record without its private fields.
    ///
    /// The records come in the order of their ids; one that keeps itself off the site leaves
    /// nothing here.
    public mutating func add(_ record: Record) {
        let record = record.withoutForbiddenCharacters
        let profile = Profile(record)
        guard profile.person.membership?.isHidden != true else { return }
        let member = LabMember(profile, settings: settings)
        members.append(member)
        let values = record.value[PlainPart.papers]?.list ?? []
        var byID: [String: Value] = [:]
        for value in values { byID[value["id"]?.string ?? ""] = value }
        for paper in profile.publications {
            listings.append(
                WorkListing(paper, value: byID[paper.id] ?? [:], profile: record.id.text))
        }
        for item in profile.news where !isAfterDeparture(item, of: member) {
            news.append(LabNewsItem(item, member: member, language: settings.language))
        }
    }

    /// News of somebody who had left by then is no news of the lab.
    private func isAfterDeparture(_ item: NewsItem, of member: LabMember) -> Bool {
        guard case .alumnus(let until?) = member.standing, let date = item.date else {
            return false
        }
        let length = min(date.description.utf8.count, until.description.utf8.count)
        return date.description.prefix(length) > until.description.prefix(length)
    }
}
