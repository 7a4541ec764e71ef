/// A word that the lab's site itself puts on a page, in the languages it knows.
enum LabWord: String, CaseIterable {
    case people, alumni, members, faculty, researchers, doctoral, masters, undergraduates
    case visitors = "visiting", staff, memberSince = "member_since", memberUntil = "member_until"
    case now, homepage, works, everybody = "all_people", person, page, previous, next, filters
    case gone, goneHint = "gone_hint", data

    /// The word in the language of a page; English where the layout does not know the language.
    func text(in language: String) -> String {
        PlainWord.isChinese(language) ? texts.chinese : texts.english
    }

    private var texts: (english: String, chinese: String) {
        switch self {
        case .people: ("People", "成员")
        case .alumni: ("Alumni", "往届成员")
        case .members: ("Members", "成员")
        case .faculty: ("Faculty", "教师")
        case .researchers: ("Researchers", "研究人员")
        case .doctoral: ("PhD students", "博士生")
        case .masters: ("Master’s students", "硕士生")
        case .undergraduates: ("Undergraduates and interns", "本科生与实习生")
        case .visitors: ("Visitors", "访问学者")
        case .staff: ("Staff", "职员")
        case .memberSince: ("Member since", "加入时间")
        case .memberUntil: ("Member until", "离开时间")
        case .now: ("Now", "现况")
        case .homepage: ("Own homepage", "个人主页")
        case .works: ("publications", "篇论文")
        case .everybody: ("All people", "全部成员")
        case .person: ("Person", "成员")
        case .page: ("Page", "第")
        case .previous: ("Previous", "上一页")
        case .next: ("Next", "下一页")
        case .filters: ("Filter the publications", "筛选论文")
        case .gone: ("is no longer a member of the lab.", "已离开实验室。")
        case .goneHint: ("There was a page about this person here.", "此处曾是该成员的页面。")
        case .data: ("For programs", "数据")
        }
    }
}
