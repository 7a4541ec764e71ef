internal import Profiles

/// What the plain layout calls the kinds and states that a record names by a fixed word.
extension PlainStyle {
    private typealias Label = (english: String, chinese: String)

    private func label(_ label: Label) -> String {
        PlainWord.isChinese(language) ? label.chinese : label.english
    }

    /// The kind of a place of publication, as the filter of the list shows it.
    func label(of kind: Venue.Kind) -> String {
        let names: Label =
            switch kind {
            case .conference: ("Conference", "会议")
            case .journal: ("Journal", "期刊")
            case .workshop: ("Workshop", "研讨会")
            case .preprint: ("Preprint", "预印本")
            case .book: ("Book", "书籍")
            case .chapter: ("Book chapter", "书籍章节")
            case .thesis: ("Thesis", "学位论文")
            case .report: ("Report", "报告")
            case .patent: ("Patent", "专利")
            case .dataset: ("Data set", "数据集")
            case .software: ("Software", "软件")
            case .poster: ("Poster", "海报")
            case .other: ("Other", "其他")
            }
        return label(names)
    }

    /// The state of a publication, nil where it goes without saying.
    func label(of status: Publication.Status) -> String? {
        switch status {
        case .published: nil
        case .accepted: label(("Accepted", "已录用"))
        case .submitted: label(("Under review", "审稿中"))
        case .preprint: label(("Preprint", "预印本"))
        case .inPreparation: label(("In preparation", "撰写中"))
        }
    }

    /// The kind of a position, nil where the role says enough.
    func label(of kind: Position.Kind) -> String? {
        switch kind {
        case .employment, .other: nil
        case .internship: label(("Internship", "实习"))
        case .visiting: label(("Visiting", "访问"))
        case .postdoc: label(("Postdoc", "博士后"))
        case .assistantship: label(("Assistantship", "助理"))
        }
    }

    /// The kind of a talk, nil where there is nothing to say.
    func label(of kind: Talk.Kind) -> String? {
        switch kind {
        case .other: nil
        case .invited: label(("Invited", "特邀"))
        case .keynote: label(("Keynote", "主旨报告"))
        case .conference: label(("Conference", "会议"))
        case .seminar: label(("Seminar", "讲座"))
        case .tutorial: label(("Tutorial", "教程"))
        case .panel: label(("Panel", "圆桌"))
        case .poster: label(("Poster", "海报"))
        }
    }

    /// What groups service where no entry names an area.
    func label(of kind: ServiceEntry.Kind) -> String {
        let names: Label =
            switch kind {
            case .reviewer: ("Reviewing", "审稿")
            case .programCommittee: ("Programme committees", "程序委员会")
            case .areaChair: ("Area chair", "领域主席")
            case .chair: ("Chair", "主席")
            case .organizer: ("Organization", "组织")
            case .editor: ("Editing", "编辑")
            case .committee: ("Committees", "委员会")
            case .volunteer: ("Volunteering", "志愿服务")
            case .membership: ("Memberships", "会员")
            case .other: ("Other", "其他")
            }
        return label(names)
    }

    /// What a link without a label is called.
    func label(of kind: Link.Kind) -> String {
        let names: Label =
            switch kind {
            case .paper: ("Paper", "论文")
            case .pdf: ("PDF", "PDF")
            case .code: ("Code", "代码")
            case .data: ("Data", "数据")
            case .slides: ("Slides", "幻灯片")
            case .poster: ("Poster", "海报")
            case .video: ("Video", "视频")
            case .website: ("Website", "网站")
            case .blog: ("Blog", "博客")
            case .demo: ("Demo", "演示")
            case .supplement: ("Supplement", "补充材料")
            case .html: ("HTML", "HTML")
            case .doi: ("DOI", "DOI")
            case .model: ("Model", "模型")
            case .bibtex: ("BibTeX", "BibTeX")
            case .press: ("Press", "媒体报道")
            case .other: ("Link", "链接")
            }
        return label(names)
    }
}
