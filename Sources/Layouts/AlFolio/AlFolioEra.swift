/// The version of al-folio for which a site is written, as the day of its files.
///
/// The theme renamed its keys many times. A theme ignores keys that it does not know, so an export
/// for an old version writes the old keys besides the new ones; only where one file changed its
/// form does the day decide.
struct AlFolioEra: Sendable {
    private let day: String

    /// Reads `layout.version`: a release such as `v0.13`, or the month of a fork's files; nothing
    /// means the newest version.
    init(version: String?) {
        guard let version, let first = version.first else {
            day = Self.newest
            return
        }
        if first.isNumber, version.contains("-") || version.utf8.count == 4 {
            // A month means its last day: the files of a fork are as new as its month.
            day = version + "-99-99"
            return
        }
        let numbers = version.drop { $0 == "v" || $0 == "V" }.split(separator: ".").map { Int($0) }
        let parts = numbers.map { $0 ?? 0 } + [0, 0]
        guard parts[0] == 0, numbers.count > 1 else {
            day = Self.newest
            return
        }
        switch (parts[1], parts[2]) {
        case (16..., _): day = "2026-01-23"
        case (15, 1...): day = "2026-01-14"
        case (15, _): day = "2025-10-01"
        case (14, _): day = "2025-01-20"
        case (13, _): day = "2024-12-12"
        case (12, _): day = "2024-06-01"
        case (11, _): day = "2024-01-10"
        case (10, _): day = "2023-11-23"
        case (9, _): day = "2023-06-25"
        case (8, _): day = "2023-04-27"
        default: day = "2022-06-26"
        }
    }

    private static let newest = "9999"

    /// Tells whether the version is older than a day.
    func isBefore(_ change: Change) -> Bool { day < change.rawValue }

    /// What changed, with the day of the change.
    enum Change: String {
        /// Marks after surnames are raised, `image_circular` is spelled right.
        case marksAfterSurnames = "2022-08-16"
        /// `scholar.last_name` is a list.
        case severalSurnames = "2022-09-24"
        /// `announcements` moved from keys of its own into one of `_config.yml`.
        case announcementsInConfig = "2023-04-27"
        /// The publications page groups by year by itself.
        case groupsByYear = "2023-06-25"
        /// The text below the photo is `more_info`, no longer `address`.
        case moreInfo = "2023-09-28"
        /// `twitter_username` became `x_username`.
        case xUsername = "2023-11-23"
        /// Templates end in `.liquid`; coauthors are looked up by lower-case surnames.
        case liquidTemplates = "2024-01-10"
        /// `_config.yml` decides on the latest posts, before that the home page.
        case postsInConfig = "2024-03-03"
        /// Bibliographies have `additional_info`, `award` and `location`.
        case additionalInfo = "2024-04-07"
        /// Links of the person moved to `_data/socials.yml`.
        case socialsFile = "2024-12-12"
        /// `announcements` and `latest_posts` moved to the front matter of the home page.
        case announcementsOnPage = "2025-01-27"
        /// Links may have icons of their own.
        case ownIcons = "2026-01-14"
        /// There is a collection of courses.
        case teachings = "2026-01-17"
        /// `_data/cv.yml` is RenderCV's mapping, and `cv_pdf` a path.
        case renderCV = "2026-01-23"
    }
}
