import Profiles

extension AlFolio {
    /// The parts of the home page for which the theme has no other place, in its own order.
    static let style = PageStyle(
        theme: "al-folio",
        parts: [
            .init(.bio, nil), .init(.interests, "Research Interests"), .init(.awards, "Awards"),
            .init(.service, "Service"), .init(.talks, "Talks"), .init(.contact, nil),
            .init(.widgets, nil),
        ], level: 2, dates: .iso, frame: .italic,
        pages: [
            .news, .publications, .projects, .teaching, .education, .positions, .awards, .service,
        ])
}
