import Profiles

extension AcadHomepage {
    /// The theme's own order, headings and dates.
    static let style = PageStyle(
        theme: "acad-homepage",
        parts: [
            .init(.bio, nil), .init(.interests, "Research Interests", emoji: "🔬"),
            .init(.news, "News", emoji: "🔥"), .init(.publications, "Publications", emoji: "📝"),
            .init(.awards, "Honors and Awards", emoji: "🎖"),
            .init(.education, "Educations", emoji: "📖"),
            .init(.positions, "Experience", emoji: "💻"),
            .init(.talks, "Invited Talks", emoji: "💬"),
            .init(.teaching, "Teaching", emoji: "🏫"), .init(.service, "Service", emoji: "🧑‍⚖️"),
            .init(.projects, "Projects", emoji: "🔧"), .init(.contact, "Contact", emoji: "📮"),
            .init(.widgets, nil),
        ], level: 1, dates: .dotted, frame: .italic)
}
