import Profiles

extension AcademicPages {
    /// The theme's own order, headings and dates.
    ///
    /// Its home page has no parts of its own, so these are the ones that people write there;
    /// papers, talks and courses have their own pages.
    static let style = PageStyle(
        theme: "academicpages",
        parts: [
            .init(.bio, nil), .init(.interests, "Research Interests"), .init(.news, "News"),
            .init(.education, "Education"), .init(.positions, "Experience"),
            .init(.selected, "Selected Publications"), .init(.awards, "Awards"),
            .init(.service, "Service"), .init(.contact, "Contact"), .init(.widgets, nil),
        ], level: 1, dates: .iso, frame: .italic, otherHeadings: otherHeadings,
        pages: [
            .education, .positions, .publications, .talks, .teaching, .projects, .awards, .service,
        ])

    /// The headings of parts that have no place on the home page.
    static let otherHeadings: [PageStyle.Part] = [
        .init(.publications, "Publications"), .init(.talks, "Talks"),
        .init(.teaching, "Teaching"), .init(.projects, "Projects"),
    ]
}
