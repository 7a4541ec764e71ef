import Profiles

/// How a theme's pages look where the record does not say otherwise.
struct PageStyle: Sendable {
    /// A part that the theme shows, with the heading it has there.
    struct Part: Sendable {
        let part: PagePart
        /// The heading; nil where the part stands without one.
        let heading: String?
        let emoji: String?

        init(_ part: PagePart, _ heading: String?, emoji: String? = nil) {
            self.part = part
            self.heading = heading
            self.emoji = emoji
        }
    }

    /// The name of the theme's layout.
    let theme: String
    /// The parts in the theme's own order.
    let parts: [Part]
    /// The level of headings, from 1.
    let level: Int
    /// How dates are written.
    let dates: LayoutChoices.DateForm
    /// What is around the date before an entry.
    let frame: LayoutChoices.DateFrame
    /// The words behind a beginning that has no end.
    var present = "present"
    /// The headings of parts that have no place on the home page.
    var otherHeadings: [Part] = []
    /// The parts that the theme has a page for besides the home page.
    var pages: Set<PagePart> = []
}
