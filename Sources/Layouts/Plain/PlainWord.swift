/// A word that the plain layout itself puts on a page, in the languages it knows.
enum PlainWord: String, CaseIterable {
    case about, interests, news, selected, publications, projects, positions, education, awards
    case talks, teaching, service, contact, widgets, curriculum
    case skip, menu, switchTheme = "switch_theme", copy, copied, all, year, kind, shown, pinned
    case viewAll = "view_all", missing, missingHint = "missing_hint", others, abstract, citation,
        stars
    case email, phone, office, address, present, since, until, advisor, advisors, thesis, grade
    case amount, instructor, time, schedule, topics, citedBy, citations, isbn, visitors
    case equal, corresponding, lead
    case volume, number, pages, undated

    /// The word in the language of a page; English where the layout does not know the language.
    func text(in language: String) -> String {
        Self.isChinese(language) ? texts.chinese : texts.english
    }

    /// Tells whether a language (BCP 47) is some Chinese.
    static func isChinese(_ language: String) -> Bool {
        language == "zh" || language.hasPrefix("zh-")
    }

    private var texts: (english: String, chinese: String) {
        switch self {
        case .about: ("About", "简介")
        case .interests: ("Research interests", "研究方向")
        case .news: ("News", "动态")
        case .selected: ("Selected publications", "代表论文")
        case .publications: ("Publications", "论文")
        case .projects: ("Projects", "项目")
        case .positions: ("Positions", "工作经历")
        case .education: ("Education", "教育经历")
        case .awards: ("Honours and awards", "荣誉奖励")
        case .talks: ("Talks", "报告")
        case .teaching: ("Teaching", "教学")
        case .service: ("Service", "学术服务")
        case .contact: ("Contact", "联系方式")
        case .widgets: ("Visitors", "访客")
        case .curriculum: ("CV", "简历")
        case .skip: ("Skip to the content", "跳到正文")
        case .menu: ("Pages and sections", "页面与栏目")
        case .switchTheme: ("Switch between light and dark", "切换明暗")
        case .copy: ("Copy", "复制")
        case .copied: ("Copied", "已复制")
        case .all: ("All", "全部")
        case .year: ("Year", "年份")
        case .kind: ("Kind", "类型")
        case .shown: ("publications shown", "篇")
        case .pinned: ("Pinned", "置顶")
        case .viewAll: ("View all", "查看全部")
        case .missing: ("Page not found", "页面不存在")
        case .missingHint: ("There is nothing at this address.", "此地址没有内容。")
        case .others: ("and others", "等")
        case .abstract: ("Abstract", "摘要")
        case .citation: ("Cite as", "引用格式")
        case .stars: ("stars", "星标")
        case .email: ("Email", "邮箱")
        case .phone: ("Phone", "电话")
        case .office: ("Office", "办公室")
        case .address: ("Address", "地址")
        case .present: ("present", "至今")
        case .since: ("since", "自")
        case .until: ("until", "至")
        case .advisor: ("Advisor", "导师")
        case .advisors: ("Advisors", "导师")
        case .thesis: ("Thesis", "论文题目")
        case .grade: ("Grade", "成绩")
        case .amount: ("Amount", "金额")
        case .instructor: ("Instructor", "授课教师")
        case .time: ("Time", "时间")
        case .schedule: ("Schedule", "课程安排")
        case .topics: ("Topics", "主题")
        case .citedBy: ("Cited by", "被引")
        case .citations: ("Citations", "总被引")
        case .isbn: ("ISBN", "ISBN")
        case .visitors: ("Visitors", "访客统计")
        case .equal: ("equal contribution", "共同贡献")
        case .corresponding: ("corresponding author", "通讯作者")
        case .lead: ("project lead", "项目负责人")
        case .undated: ("Undated", "未注明日期")
        case .volume: ("vol.", "卷")
        case .number: ("no.", "期")
        case .pages: ("pp.", "页")
        }
    }
}
