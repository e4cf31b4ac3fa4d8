"""Every word that the pages say themselves, in Chinese and English."""

from __future__ import annotations

from luoshi.model import Words
from luoshi.model.reasons import REASONS

KINDS: dict[str, Words] = {
    "target": Words("目标", "Targets"),
    "achievement": Words("成就", "Achievements"),
    "pledge": Words("承诺", "Pledges"),
    "responsibility": Words("责任单位", "Responsibilities"),
    "programme": Words("工程与行动", "Programmes"),
    "measure": Words("举措", "Measures"),
    "context": Words("其他数据", "Other figures"),
    "quantity": Words("数量", "Quantities"),
    "deadline": Words("时限", "Deadlines"),
    "formulation": Words("提法", "Formulations"),
    "body": Words("机构", "Bodies"),
    "place": Words("地名", "Places"),
    "person": Words("人物", "People"),
    "reference": Words("文件", "References"),
    "doubt": Words("存疑", "Doubts"),
    "suggestion": Words("责任单位建议（原文未写明）", "Suggested bodies (the text names nobody)"),
}
"""Kinds of finding in the order of the filters; other kinds are shown under ``other``.

What we suggest is a kind of its own here: it is never one number with what the text says.
"""

OTHER = Words("其他", "Other")

FIELDS: dict[str, Words] = {
    "value": Words("数值", "Value"),
    "indicator": Words("指标", "Indicator"),
    "concept": Words("标准指标", "Standard indicator"),
    "period": Words("时期", "Period"),
    "base": Words("基期", "Baseline"),
    "other": Words("另一读法", "May also be"),
    "who": Words("主体", "Who"),
    "binding": Words("性质", "Nature"),
    "softness": Words("语气", "Wording"),
    "measure": Words("口径", "Measured as"),
    "strength": Words("力度", "Strength"),
    "scope": Words("范围", "Scope"),
    "means": Words("方式", "Means"),
    "post": Words("职务", "Post"),
    "speech": Words("表述", "Speech"),
    "name": Words("全称", "Full name"),
    "form": Words("类型", "Type"),
    "years": Words("为期", "Lasts"),
    "role": Words("角色", "Role"),
    "successor": Words("今名", "Name today"),
    "field": Words("工作领域", "Field of work"),
    "work": Words("所负责的内容", "Work"),
    "code": Words("区划代码", "GB/T 2260"),
    "zone": Words("类别", "Class"),
    "first": Words("首见", "First seen"),
    "source": Words("出处", "Source"),
    "number": Words("文号", "Number"),
    "severity": Words("程度", "Severity"),
    "settles": Words("如何核实", "What would settle it"),
    "why": Words("推断依据", "Inferred from"),
    "decided": Words("人工核对", "Decided by a person"),
    "rule": Words("识别规则", "Found by"),
    "says": Words("说明", "Says"),
}
"""Labels of the facts on a card, by their key; the style sheet writes them."""

PROFILE: dict[str, Words] = {
    "title": Words("标题", "Title"),
    "genre": Words("文种", "Genre"),
    "issuer": Words("发文机关", "Issuer"),
    "level": Words("层级", "Level"),
    "region": Words("地区", "Region"),
    "session": Words("会议", "Meeting"),
    "adopted": Words("通过", "Adopted"),
    "published": Words("发布", "Published"),
    "reposted": Words("转载", "Reposted"),
    "written": Words("写成", "Written"),
    "period": Words("规划期", "Period"),
    "author": Words("作者", "Author"),
}

VALUES: dict[str, Words] = {
    "binding": Words("约束性", "binding"),
    "anticipatory": Words("预期性", "anticipatory"),
    "direct": Words("直接引语", "direct speech"),
    "indirect": Words("间接转述", "indirect speech"),
    "mixed": Words("转述并引语", "mixed speech"),
    "lead": Words("牵头", "lead"),
    "responsible": Words("负责", "responsible"),
    "support": Words("配合", "support"),
    "speaker": Words("发言", "speaker"),
    "document": Words("由文件所属地区推定", "concluded from the document's place"),
    "heading": Words("由标题推定", "concluded from the heading"),
    "pledge": Words("由所在承诺推定", "concluded from the pledge"),
    "suggested": Words("建议（原文未写明）", "suggested (the text names nobody)"),
    "division": Words("行政区划", "division"),
    "zone": Words("开发区、园区", "zone or park"),
    "region": Words("区域", "region"),
    "nation": Words("国家", "nation"),
    "province": Words("省级", "province"),
    "city": Words("市级", "city"),
    "county": Words("县级", "county"),
    "park": Words("园区", "park"),
    "level": Words("水平", "level"),
    "change": Words("变化量", "change"),
    "growth": Words("增幅", "growth"),
    "growth_annual": Words("年均增幅", "growth a year"),
    "share": Words("占比", "share"),
    "rank": Words("位次", "rank"),
    "coverage": Words("覆盖", "coverage"),
    "count": Words("数目", "count"),
    "multiple": Words("倍数", "multiple"),
    "completion": Words("完成", "completion"),
    "duration": Words("时长", "duration"),
    "fatal": Words("致命", "fatal"),
    "major": Words("重大", "major"),
    "minor": Words("轻微", "minor"),
    "note": Words("提示", "note"),
    "stated": Words("原文明示", "stated"),
    "normalised": Words("换算得出", "normalised"),
    "inferred": Words("推断", "inferred"),
    "about": Words("约", "about"),
    "range": Words("区间", "from … to"),
    "confirmed": Words("经人工核对", "confirmed by a person"),
    "corrected": Words("经人工更正", "corrected by a person"),
    "rejected": Words("经人工驳回", "rejected by a person"),
}
"""The codes that the model's values use, as words."""

BOUNDS: dict[str, Words] = {
    ">=": Words("不低于", "at least"),
    ">": Words("高于", "more than"),
    "<=": Words("不高于", "at most"),
    "<": Words("低于", "less than"),
    "about": Words("约", "about"),
    "range": Words("区间", "range"),
}
"""What a comparator says; ``=`` says nothing."""

CHECKS: dict[str, Words] = {
    "age": Words("文本新旧", "age of the text"),
    "arithmetic": Words("数字相符", "figures that agree"),
    "claims": Words("自述时间", "what it says of its time"),
    "closing": Words("结尾号召", "closing call"),
    "dates": Words("日期", "dates"),
    "due": Words("过期的目标", "targets already due"),
    "endings": Words("文句中断", "broken endings"),
    "enough": Words("文字太少", "too little text"),
    "era": Words("用语时代", "phrases and their time"),
    "figures": Words("残损的数字", "broken figures"),
    "headings": Words("缺失的标题", "lost headings"),
    "intrusions": Words("混入的文字", "injected text"),
    "letters": Words("错乱的字符", "broken characters"),
    "limits": Words("不可能的百分比", "impossible percentages"),
    "numbering": Words("编号", "numbering"),
    "remarks": Words("读取说明", "remarks on reading"),
    "repeats": Words("重复的段落", "repeated paragraphs"),
    "second": Words("另一份文件", "a second document"),
    "sessions": Words("会议", "meetings"),
    "subject": Words("题文相符", "title and body"),
    "substance": Words("可核对的内容", "anything to check"),
    "twice": Words("一事两说", "two values for one thing"),
}
"""What each check of ``luoshi.vetting`` looks at, in a word or two."""

GENRES: dict[str, str] = {
    "建议": "Recommendation",
    "纲要": "Outline",
    "规划": "plan",
    "五年计划": "five-year plan",
    "专项规划": "special plan",
    "行动计划": "action plan",
    "方案": "scheme",
    "公报": "communiqué",
    "决定": "decision",
    "决议": "resolution",
    "政府工作报告": "government work report",
    "计划报告": "report on the plan",
    "预算报告": "budget report",
    "工作报告": "work report",
    "统计公报": "statistical communiqué",
    "说明": "explanation",
    "通知": "notice",
    "批复": "official reply",
    "意见": "opinions",
    "办法": "measures",
    "考评办法": "appraisal measures",
    "条例": "regulations",
    "会议通稿": "news release on a meeting",
    "新闻联播文字稿": "transcript of the television news",
    "侧记": "sidelights from a meeting",
    "署名文章": "signed article",
    "评论": "commentary",
    "讲话": "speech",
    "报道": "news report",
}
"""The English names of the kinds of text."""

GRADES: dict[str, Words] = {
    "A": Words("可放心引用", "safe to quote"),
    "B": Words("可引用，留意提示", "quote with the remarks in mind"),
    "C": Words("慎用，先看存疑", "use with care: read the doubts first"),
    "D": Words("不可当作所称文件使用", "not to be used as what it claims to be"),
}

UNITS: dict[str, str] = {
    "人": "people", "亩": "mu", "公顷": "ha", "公里": "km", "千米": "km", "米": "m", "平方米": "m²", "平方公里": "km²",
    "立方米": "m³", "吨": "t", "公斤": "kg", "千瓦": "kW", "千瓦时": "kWh", "岁": "years", "年": "years", "天": "days",
    "小时": "hours", "分钟": "minutes", "美元": "US dollars",
}  # fmt: skip
"""What a unit is called in English where one word is always right.

Any other keeps the text's own word in both languages: of 件 nobody knows from the unit alone whether
they are patents or parcels.
"""

STEPS: dict[str, Words] = {
    "encoding": Words("编码", "encoding"),
    "script": Words("繁体转简体", "Traditional to Simplified"),
    "width": Words("全角半角", "character width"),
    "marked": Words("文件格式标明的部分", "set apart by the file's format"),
    "markup": Words("标记残留", "left-over markup"),
    "furniture": Words("网页框架", "site furniture"),
    "intrusions": Words("混入的外来文字", "injected text"),
    "lines": Words("分行", "lines"),
    "spaces": Words("空格", "spaces"),
}
"""What each step of cleaning is about, for reasons that another version gave."""

_UNKNOWN = Words("清理", "cleaned")


def reason(code: str) -> Words:
    """A reason code in words: its own, its step's with the code, or the code itself."""
    if code in REASONS:
        return REASONS[code]
    step, _, detail = code.partition(".")
    if step in STEPS:
        words, detail = STEPS[step], detail.replace("_", " ")
        return Words(f"{words.zh}（{detail}）", f"{words.en} ({detail})") if detail else words
    return Words(code, code) if code else _UNKNOWN


def value(code: str) -> Words:
    """A code of the model in words, or the code itself."""
    return VALUES.get(code, Words(code, code))


def check(name: str) -> Words:
    """What a check looks at, or its own name."""
    return CHECKS.get(name, Words(name, name))


def genre(name: str) -> Words:
    """A kind of text in both languages."""
    return Words(name, GENRES.get(name, name))


_STRENGTHS = (
    Words("探索（1/5）", "tries (1 of 5)"),
    Words("支持、引导（2/5）", "lets others act (2 of 5)"),
    Words("推进（3/5）", "does (3 of 5)"),
    Words("加快、着力（4/5）", "presses (4 of 5)"),
    Words("确保、必须（5/5）", "binds (5 of 5)"),
)


def strength(number: int | None) -> Words:
    """How strongly a measure's wording commits (the scale of ``luoshi.knowledge.verbs``)."""
    return _STRENGTHS[number - 1] if number and 0 < number <= len(_STRENGTHS) else Words("", "")


UI: dict[str, Words] = {
    "skip": Words("跳到正文", "Skip to the text"),
    "outline": Words("目录", "Outline"),
    "text": Words("正文", "Text"),
    "findings": Words("发现", "Findings"),
    "clean": Words("清样", "Clean"),
    "found": Words("原貌", "As found"),
    "theme": Words("深浅色", "Light or dark"),
    "help": Words("快捷键", "Keys"),
    "close": Words("关闭", "Close"),
    "view": Words("文本视图", "View of the text"),
    "language": Words("界面语言", "Language"),
    "kinds": Words("按类别筛选", "Filter by kind"),
    "all": Words("全部", "All"),
    "none": Words("全不选", "None"),
    "search": Words("在发现中查找", "Find in findings"),
    "nothing": Words("没有相符的发现。换个词，或打开更多类别。", "Nothing matches. Try another word, or switch on more kinds."),
    "no_findings": Words("这份文件里没有识别出任何内容。", "Nothing was recognised in this document."),
    "grade": Words("可信度", "Grade"),
    "reasons": Words("评级理由", "Reasons for the grade"),
    "doubts": Words("读前须知", "Know this first"),
    "no_doubts": Words("未发现疑点。", "No doubts were found."),
    "more_doubts": Words("其余疑点", "Further doubts"),
    "alike": Words("同类", "alike:"),
    "evidence": Words("证据", "Evidence"),
    "settles": Words("如何核实", "What would settle it"),
    "identity": Words("身份与出处", "Identity and evidence"),
    "file": Words("文件", "File"),
    "media_type": Words("格式", "Format"),
    "encoding": Words("编码", "Encoding"),
    "sha256": Words("文件指纹 SHA-256", "Fingerprint SHA-256"),
    "characters": Words("字数", "Characters"),
    "remarks": Words("读取说明", "Remarks on reading"),
    "not_before": Words("最早可能写于", "Cannot be older than"),
    "proofs": Words("凭据", "Proved by"),
    "cleaning": Words("清理记录", "What cleaning did"),
    "cleaning_note": Words(
        "灰色删除线为清理时移除的文字，悬停可见理由；虚线为改写之处（原 → 新）。全角半角、繁简、空格等字形改动只以浅色显示原字。",
        "Struck out in grey: removed by cleaning, the reason on hover. Dashed: changed (old → new). Changes of form only"
        " (width, script, spaces) show the original character in a lighter colour.",
    ),
    "cleaning_none": Words("清理没有改动任何文字：清样与原貌相同。", "Cleaning changed nothing: the clean text is the text as found."),
    "removed": Words("删去", "removed"),
    "changed": Words("改写", "changed"),
    "lost": Words("标题在此版本中缺失，据上下文推定", "Heading lost in this copy; concluded from the context"),
    "cite": Words("引用", "Cite"),
    "copy": Words("复制", "Copy"),
    "copied": Words("已复制", "Copied"),
    "copy_failed": Words("未能复制，请手动选择", "Could not copy; please select by hand"),
    "cite_plain": Words("引文", "Citation"),
    "cite_gb": Words("GB/T 7714", "GB/T 7714"),
    "cite_link": Words("地址", "Address"),
    "to_words": Words("回到原文", "Back to the words"),
    "paragraph": Words("第{n}段", "paragraph {n}"),
    "page": Words("第{n}页", "page {n}"),
    "lost_short": Words("标题缺失", "heading lost"),
    "no_outline": Words("这份文件没有可识别的章节。", "No chapters were recognised in this document."),
    "table": Words("表，起于第", "Table at paragraph"),
    "cite_copy": Words("复制引文", "Copy citation"),
    "cite_copy_gb": Words("复制 GB/T 7714", "Copy GB/T 7714"),
    "made": Words("由落实 Luoshi 读出。正文未作翻译或改写；每处发现都可回到原文。",
                  "Read by Luoshi 落实. The text is neither translated nor rewritten; every finding leads back to its words."),
    "untitled": Words("无标题", "Untitled"),
    "sentence_end": Words("。", "."),
    "shelf": Words("书架", "Shelf"),
    "decide": Words("详情与更正", "Details, correct"),
    "add": Words("补充发现", "Add a finding"),
    "targets_in": Words("目标数", "targets"),
}  # fmt: skip
"""The page's own words."""

KEYS: tuple[tuple[tuple[str, ...], Words], ...] = (
    (("j", "k"), Words("下一处、上一处发现", "next, previous finding")),
    (("]", "["), Words("下一个、上一个标题", "next, previous heading")),
    (("c",), Words("切换清样与原貌", "switch between clean text and as found")),
    (("o",), Words("转到目录", "go to the outline")),
    (("f",), Words("转到发现", "go to the findings")),
    (("/",), Words("在发现中查找", "find in findings")),
    (("y",), Words("复制当前发现的引文", "copy the citation of the present finding")),
    (("d",), Words("深色或浅色", "dark or light")),
    (("l",), Words("中文或英文", "Chinese or English")),
    (("Esc",), Words("关闭，放开当前发现", "close, let go of the present finding")),
    (("?",), Words("显示快捷键", "show these keys")),
)
"""The keyboard, for the list that ``?`` opens."""
