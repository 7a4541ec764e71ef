/// What is common in Chinese, as far as a lost byte is to be inferred from it.
enum HanWords {
    /// The commonest characters, the commoner first.
    private static let common = Array(
        ("的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
            + "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心本前开但因只从想实日军"
            + "者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见"
            + "被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真"
            + "论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直"
            + "德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记"
            + "南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔研究所士博硕华京网页图"
            + "首章项字号宽行左右增减隐藏显示按钮链接颜背景边框调整稍微默偏").unicodeScalars)

    private static let ranks: [Unicode.Scalar: Int] = {
        var result: [Unicode.Scalar: Int] = [:]
        for (rank, scalar) in common.enumerated() where result[scalar] == nil {
            result[scalar] = rank
        }
        return result
    }()

    /// Words of two characters, such as pages and the comments in them have.
    private static let words: Set<String> = Set(
        """
        字体 字号 大小 偏小 偏大 变大 变小 增加 增大 减小 减少 加大 加粗 调大 调小 调整 稍微 略微 默认 行高 行距 \
        间距 边距 颜色 背景 边框 圆角 阴影 宽度 高度 居中 对齐 左侧 右侧 左边 右边 顶部 底部 图片 照片 头像 链接 按钮 \
        标题 正文 段落 表格 列表 日期 时间 改为 改成 修改 更新 删除 添加 隐藏 显示 或用 易读 清晰 美观 统一 设置 样式 \
        移动 手机 屏幕 窗口 页面 网页 主页 首页 导航 菜单 注释 说明 注意 这里 下面 上面 以下 以上 可以 不要 需要 如果 \
        我们 你们 他们 自己 什么 没有 现在 目前 研究 学习 大学 学院 教授 老师 学生 博士 硕士 本科 毕业 论文 期刊 会议 \
        发表 接收 录用 作者 通讯 共同 一作 项目 基金 奖学 获奖 荣誉 竞赛 比赛 一等 二等 三等 国家 中国 北京 上海 香港 \
        实验 模型 数据 算法 机器 深度 计算 智能 人工 网络 系统 软件 工程 科学 技术 信息 电子 通信 控制 优化 理论 方法 \
        应用 分析 设计 开发 工作 经历 教育 背景 兴趣 爱好 联系 邮箱 地址 办公 电话 简历 介绍 个人 新闻 动态 消息 最新 \
        报告 演讲 邀请 服务 审稿 教学 课程 助教 语言 中文 英文 日本 東京 大阪 京都 研究 論文 学会 発表 受賞 教員 体重 \
        角标 小号 中等 微调
        """.split(separator: " ").map { String($0) })

    /// How rare a character is.
    static func rarity(of scalar: Unicode.Scalar) -> Double {
        guard let rank = ranks[scalar] else {
            return (0x4E00...0x9FFF).contains(scalar.value) ? 14 : 18
        }
        return 1 + Double(rank) / 50
    }

    /// Tells whether two characters make a word.
    static func isWord(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
        words.contains(String(String.UnicodeScalarView([first, second])))
    }
}
