import Prose
import Testing

/// What headings announce.
@Suite struct SectionHeadingTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let heading: String
        let kind: SectionKind?
        var testDescription: String { heading }

        init(_ heading: String, _ kind: SectionKind?) {
            self.heading = heading
            self.kind = kind
        }
    }

    @Test(arguments: [
        Case("🔥 News", .news), Case("Highlights and News", .news), Case("What's new?", .news),
        Case("Aktuelles", .news), Case("新闻动态", .news), Case("お知らせ", .news),
        Case("Recent Updates", .news), Case("Actualités", .news),
        Case("📝 Selected Publications [[Full List](/publications/)]", .publications),
        Case("Publication and Pre-prints", .publications), Case("Preprints out now", .publications),
        Case("Preprints / Under review", .publications),
        Case("Journal Papers", .publications), Case("论文专利", .publications),
        Case("代表的な論文", .publications), Case("Ausgewählte Publikationen", .publications),
        Case("Aufsätze", .publications), Case("Thèse", .publications),
        Case("Thèse de doctorat", .publications), Case("Try these at home", nil),
        Case("Ouvrages", .publications), Case("Work in Progress", .publications),
        Case("Reviewed papers", .other), Case("Peer-reviewed papers", .publications),
        Case("Ongoing Work", .publications), Case("Other Writing", .publications),
        Case("Libros", .publications), Case("Publicatons", .publications),
        Case("12 Peer-Reviewed Journal Articles", .publications),
        Case("Refereed Conference Papers", .publications), Case("Recognition", .awards),
        Case("Place Recognition", nil), Case("Book Reviews:", .publications),
        Case("Dissertation", .publications), Case("Dissertation Award", .awards),
        Case("Selected Unpublished Works:", .publications), Case("Pre-print", .publications),
        Case("Editor-reviewed Publications", .publications), Case("査読付論文", .publications),
        Case("査読", .service),
        Case("Books and Monographs", .publications), Case("ワーキングペーパー", .publications),
        Case("📖 Educations", .education), Case("Academic Background", .education),
        Case("教育经历", .education), Case("학력", .education), Case("Formation", .education),
        Case("Honers and Awards", .awards), Case("荣誉奖励", .awards), Case("研究助成", .awards),
        Case("Teaching Honors", .awards), Case("Awards & Fellowships", .awards),
        Case("💻 Internships", .positions), Case("Professional Expericense", .positions),
        Case("경력", .positions), Case("工作经历", .positions), Case("Work Experiences", .positions),
        Case("Academic Appointments", .positions), Case("Employment", .positions),
        Case("Berufserfahrung", .positions),
        Case("Conference Reviewer", .service), Case("Academic Services", .service),
        Case("学术任职", .service), Case("Service and leadership", .service),
        Case("Professional Activities", .service), Case("编委工作", .service),
        Case("Teaching Experience at Texas A&M University", .teaching),
        Case("Lehre", .teaching), Case("教学经历", .teaching), Case("Courses", .teaching),
        Case("💬 Invited Talks", .talks), Case("Vorträge", .talks), Case("学会発表", .talks),
        Case("Research Projects", .projects), Case("Software", .projects), Case("科研项目", .projects),
        Case("Forschungsrichtungen", .interests), Case("🔬 Research Interests", .interests),
        Case("研究関心", .interests), Case("About me", .bio), Case("关于我", .bio),
        Case("Über mich", .bio), Case("À propos", .bio),
        Case("Contact Information", .contact), Case("Reach out to me!", .contact),
        Case("地址", .contact), Case("Skills", .skills),
        Case("🌍 Visitor Map", .other), Case("访客", .other),
        Case("Ph.D. Students", .other),
        Case("Algebra and geometry in Uppsala", nil), Case("", nil), Case("🔥", nil),
        Case("李磊", nil),
    ])
    func `a heading announces its kind`(_ example: Case) {
        #expect(SectionHeading.kind(of: example.heading) == example.kind)
    }

    @Test(arguments: [
        ("Academic Services", true), ("My Selected Awards", true), ("Teaching", true),
        ("Recognition", true), ("Multi-Agent Systems", false), ("Speech Recognition", false),
        ("Dialogue Systems and Speech Understanding", false),
    ])
    func `a plain heading says little else than its kind`(heading: String, isPlain: Bool) {
        #expect(SectionHeading.isPlain(heading) == isPlain)
    }

    @Test func `a heading as long as a book is read at once and says nothing`() {
        let long = String(repeating: "publication ", count: 100_000)
        #expect(SectionHeading.kind(of: long) == nil)
    }
}
