import Prose
import RecordModel
import Testing

/// Jobs, degrees, awards, services, courses, talks and projects; all of them are made up.
@Suite struct CurriculumTests {
    @Test(arguments: [
        EntryExample(
            "*2019.09 - 2023.06*, B.S. in River Science, University of Graz, Graz, Austria.",
            as: .education,
            [
                "start": "2019-09", "end": "2023-06", "degree": "B.S.", "field": "River Science",
                "organization": "University of Graz", "place": "Graz, Austria",
            ]),
        EntryExample(
            "**Ph.D. in Hydrology** (2020 – Present), University of Oslo\n  - Advisor: Prof. [Jo Lind](https://l.example) and Dr. Max Hoek\n  - GPA: 4.0/4.3",
            as: .education,
            [
                "start": "2020", "end": "present", "degree": "Ph.D.", "field": "Hydrology",
                "organization": "University of Oslo",
                "advisors/0/name": "Jo Lind", "advisors/0/title": "Prof.",
                "advisors/0/url": "https://l.example", "advisors/1/name": "Max Hoek",
                "grade": "4.0/4.3",
            ]),
        EntryExample(
            "2015년 3월 - 2019년 2월 : __이학사__, 물리학과, 국립 부산대학교, 부산", as: .education,
            [
                "start": "2015-03", "end": "2019-02", "degree": "이학사", "organization": "국립 부산대학교",
                "unit": "물리학과", "place": "부산",
            ]),
        EntryExample(
            "*2012.09 - 2016.06*, 复旦大学, 物理学院, 上海, 博士.", as: .education,
            ["degree": "博士", "organization": "复旦大学", "unit": "物理学院"]),
        EntryExample(
            "2015 – 2020: PhD, ETH Zürich, Switzerland. Thesis: Deep water.", as: .education,
            [
                "degree": "PhD", "organization": "ETH Zürich", "place": "Switzerland",
                "thesis/title": "Deep water", "start": "2015", "end": "2020",
            ]),
        EntryExample(
            "**M.Sc. Informatik**, Technische Universität München (2018–2020)", as: .education,
            [
                "degree": "M.Sc.", "field": "Informatik",
                "organization": "Technische Universität München",
            ]),
        EntryExample(
            "清华大学，计算机系，博士（2018-2023）", as: .education,
            [
                "degree": "博士", "organization": "清华大学", "unit": "计算机系", "start": "2018",
                "end": "2023",
            ]),
        EntryExample(
            "2019–2021: Postdoc, University of Oslo (with Prof. Jo Lind)", as: .positions,
            [
                "role": "Postdoc", "organization": "University of Oslo",
                "advisors/0/name": "Jo Lind", "advisors/0/title": "Prof.", "kind": "postdoc",
            ]),
        EntryExample(
            "Seit 2021 wissenschaftlicher Mitarbeiter, Universität Graz", as: .positions,
            [
                "role": "wissenschaftlicher Mitarbeiter", "organization": "Universität Graz",
                "start": "2021", "end": "present",
            ]),
        EntryExample(
            "Assistant Professor, Department of Rivers, University of Oslo, since August 2021",
            as: .positions,
            [
                "role": "Assistant Professor", "organization": "University of Oslo",
                "unit": "Department of Rivers", "start": "2021-08",
            ]),
        EntryExample(
            "Invited talk: Deep Water in the Alps, July 2021. [slides](https://a.example)",
            as: .talks,
            [
                "title": "Deep Water in the Alps", "kind": "invited", "date": "2021-07",
                "links/0/kind": "slides",
            ]),
        EntryExample(
            "Spring 2021: CS 101 Introduction to Rivers (Teaching Assistant)", as: .teaching,
            [
                "role": "Teaching Assistant", "code": "CS 101", "course": "Introduction to Rivers",
                "term": "Spring 2021", "date": "2021",
            ]),
        EntryExample("My research is about rivers and how I am part of them.", as: .education, nil),
        EntryExample(
            "09/2023-present: Visiting Researcher, University of Graz, advised by [Prof. Jo Lind](https://l.example).",
            as: .positions,
            [
                "start": "2023-09", "end": "present", "role": "Visiting Researcher",
                "organization": "University of Graz", "advisors/0/name": "Jo Lind",
                "kind": "visiting",
            ]),
        EntryExample(
            "**Research Intern**, River Lab Inc., Oslo (Jan 2022 - Aug 2022)", as: .positions,
            [
                "start": "2022-01", "end": "2022-08", "role": "Research Intern",
                "organization": "River Lab Inc.", "place": "Oslo", "kind": "internship",
            ]),
        EntryExample(
            "Software Engineer at Foo Ltd., 2018-2020", as: .positions,
            [
                "role": "Software Engineer", "organization": "Foo Ltd.", "start": "2018",
                "end": "2020",
            ]),
        EntryExample(
            "*2019.05 - 2020.02*, [Foo](https://foo.example), Norway.", as: .positions,
            in: EntryContext(heading: "Internships"),
            [
                "role": "Intern", "organization": "Foo", "url": "https://foo.example",
                "place": "Norway",
            ]),
        EntryExample("Open to offers of any kind.", as: .positions, nil),
        EntryExample(
            "*2021.10* River Scholarship (top 1%)", as: .awards,
            ["date": "2021-10", "title": "River Scholarship (top 1%)"]),
        EntryExample(
            "2022/23 Fall, River Prize, University of Graz. [Link](https://a.example)", as: .awards,
            [
                "date": "2023", "period": "2022/23 Fall", "title": "River Prize",
                "organization": "University of Graz", "links/0/label": "Link",
            ]),
        EntryExample("Second River Prize, 2020/2021", as: .awards, ["title": "Second River Prize"]),
        EntryExample("河流奖学金, *2023.12*,", as: .awards, ["title": "河流奖学金", "date": "2023-12"]),
        EntryExample(
            "Area Chair, RIVER 2024", as: .service,
            ["role": "Area Chair", "venue": "RIVER", "years/0": "2024", "kind": "area-chair"]),
        EntryExample("副主编，《河流》", as: .service, ["role": "副主编", "venue": "《河流》", "kind": "editor"]),
        EntryExample(
            "TA, RIV3100 River Structures, Fall 2022, Fall 2023", as: .teaching,
            [
                "role": "TA", "code": "RIV3100", "course": "River Structures",
                "term": "Fall 2022, Fall 2023", "date": "2023",
            ]),
        EntryExample(
            "Teaching Assistant of RI1003: Introduction to Rivers, NTU, 2023 Fall", as: .teaching,
            [
                "role": "Teaching Assistant", "code": "RI1003", "course": "Introduction to Rivers",
                "organization": "NTU", "term": "2023 Fall",
            ]),
        EntryExample(
            "*2021.03*, How Rivers Sleep at Night. \\| [\\[video\\]](https://v.example)",
            as: .talks,
            [
                "date": "2021-03", "title": "How Rivers Sleep at Night", "links/0/label": "video",
                "links/0/kind": "video",
            ]),
        EntryExample(
            "\"How Rivers Sleep\", River Days, Graz, Austria, May 2022", as: .talks,
            [
                "title": "How Rivers Sleep", "event": "River Days", "place": "Graz, Austria",
                "date": "2022-05",
            ]),
        EntryExample(
            "[RiverKit](https://github.com/ada/riverkit) ![stars](https://img.shields.io/x): A toolbox for rivers.",
            as: .projects,
            [
                "name": "RiverKit", "repository": "ada/riverkit",
                "description": "A toolbox for rivers.",
            ]),
        EntryExample(
            "**RiverKit**: A *toolbox*. [[code](https://c.example)]", as: .projects,
            ["name": "RiverKit", "description": "A *toolbox*.", "links/0/label": "code"]),
    ])
    func `an item is its parts`(_ example: EntryExample) { example.check() }

    @Test func `a role with a list of venues is an entry for each venue`() throws {
        let readings = try #require(
            EntryGrammar.readAll(
                "Invited Reviewer:\n  * Rivers: RIVER'23, LAKE'22,23, POND'23'25\n  * Seas: SEA 2021/2022",
                as: .service))
        let shown = readings.map { reading in
            let leaves = EntryExample.leaves(.mapping(reading.fields))
            let years = leaves.filter { $0.key.hasPrefix("years") }.sorted { $0.key < $1.key }.map(
                \.value)
            return
                "\(leaves["role"] ?? "")|\(leaves["area"] ?? "")|\(leaves["venue"] ?? "")|\(years.joined(separator: " "))"
        }
        #expect(
            shown == [
                "Invited Reviewer|Rivers|RIVER|2023", "Invited Reviewer|Rivers|LAKE|2022 2023",
                "Invited Reviewer|Rivers|POND|2023 2025", "Invited Reviewer|Seas|SEA|2021 2022",
            ])
    }

    @Test func `courses below one role share it`() throws {
        let readings = try #require(
            EntryGrammar.readAll(
                "Teaching Assistant at GRAZ\n  * 2023 Spring Semester, RIV7940 Cloud Rivers\n  * 2022 Fall Semester, RIV 7015, Ponds",
                as: .teaching))
        #expect(
            readings.map { EntryExample.leaves(.mapping($0.fields))["course"] } == [
                "Cloud Rivers", "Ponds",
            ])
        #expect(readings.allSatisfy { $0.fields["organization"]?.string == "GRAZ" })
    }
}
