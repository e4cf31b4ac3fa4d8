"""Whether words say what the speaker's side will do, or only praise, explain and look back."""

from __future__ import annotations

from luoshi.patterns import regex

_SENTENCE = regex(r"[^。！？；\n]{1,400}")
_CLAUSE = regex(r"[^，：“”（）]{2,}")
_OWN_SIDE = "我们|我市|我省|我区|我县|我局|我委|我厅|我院|我|咱们|全市|全省|全区|全县|全镇|全村"
_WILL = regex(
    r"(?<![即必])将(?![来近军士领])|(?<![需主重不必只摘纲紧简次首提概机])要(?![求素点务闻是么不害道件塞领约旨感归得])"
    r"|(?:明年|今年|年内|年底前?|月底前|下半年|[一二三四五两\d]年内|到20\d\d年)[^\W_]{0,14}?(?:完成|建成|实现|新[增建]|培育|引进|开工"
    r"|投产|投用|突破|翻一?番|打通|改造|推出|开通|启动)"
    r"|今年(?:我们|要|再|拟|计划|继续|全部|重点|准备|打算)|一[^\W\d，]{1,2}(?:都|也)?(?:绝|决)?不(?:能|会)?[落拖少让差漏停退松]|(?:我们|咱们)(?:全部|一律|决|绝|就会同|(?:还|也|就)?再(?!次))|再[^\W\d，]{1,2}也(?:不|要)"
    r"|[区县市镇村局院校道社司团里室](?:也|还|就)?会(?=[再在把给为将拿派帮继全对按划请向])"
    r"|力争|争取|确保|保证(?![金书])|我们(?:也|都|还|就)?会(?![议场上员同心长])|决不|绝不|一定会?|打算|(?:计划|准备|还会|将会|会继续|拟)(?=[^\W\dA-Za-z_的将])"
)
_TAKES_UP = regex(
    rf"(?:(?:{_OWN_SIDE}|下一步|接下来|今年|明年|未来|今后)[^\W\dA-Za-z_]{{0,4}}?)?"
    r"(?:坚持|坚定|努力|着力|聚力|聚焦|紧扣|加快|深入|全力|持续|积极|推动|推进|打造|建设(?![^，]{0,2}[上中的者方])|继续|奋力|实施|发挥|抓住"
    r"|紧抓|高质量|全面|大力|不断)"
)
_ADVERBIAL = regex(
    r"(?:以|在|围绕|按照|根据|结合|通过|对|为|从|把|面对|面向|立足|下一步|接下来|今年|明年|未来|今后|我们|同时)"
)
"""How a sentence begins whose subject is the speaker's own side, left unsaid."""
_SOON = regex(
    r"(?:明年|明天|今晚|会后|回去后|下一步|接下来|下个月|下半年|年内|年底前?|月底前|[一二三四五两\d]年内|今后[一二三四五两\d]+年|到20\d\d年|开春|春节前|节后|年后|[寒暑]假|国庆前|元旦(?:起|前)|秋后"
    r"|入[春夏秋冬]前|汛期前|\d月前|[一二三四]季度前?)(?![^，]{0,6}(?:[是恰正的]|迎来|就是))[^，]{2}"
)
"""A time to come, and something that happens then: 开春就动工."""
_OURS = regex(rf"(?:{_OWN_SIDE})[^\W\dA-Za-z_]{{0,12}}(?:将|要|会)|(?<![即必])将(?![来近军士领])|力争")
_OWN_HOUSE = regex(r"我们|我[院校所会]|本[院校所会]|学校|学院|医院|研究院|团队")
_DONE = regex(r"了(?![解如却得])|已|曾|去年|过去|以来|累计|截至|同比")
_LOOKS_BACK = regex(r"去年|前年|过去|以来|截至|近年|已经|累计|“?十[二三四]五”?(?:期间|时期)")
_ONCE = regex(r"(?:[一二三四五六七八九十几多\d]年前|当年|当初|那时|那一年)")
_NOW = regex(r"将|下一步|接下来|明年|今后|未来")
_OTHERS = regex(
    r"(?:全会|会议|大会|报告|公报|规划(?![局和部])|文件|办法|总书记|党中央|中央|各级|各地|各部门|大家|群众|老百姓|市民(?!政)|有人|人们"
    r"|党员|干部|企业家|家长)"
)
_ADVISES = regex(r"应当|应该|应(?=[加抓把将坚])|建议|希望|不能只|如果|需要")

_EXPERT = ("研究员", "教授", "专家", "院士", "分析师", "学者", "顾问")
"""Those who explain: what they say is to be done binds nobody, unless they speak of their own house."""
_QUOTES = regex(r"(?:[的到出调示求明]|报告|精神)“[^“”\n]{2,60}”")
"""Words of somebody else that are quoted: 全会提出的“要……”."""
_THEIR_WORDS = regex(r"提出|指出|强调|要求|明确|部署|要(?!求|素|点)|须|应")
_OWN_AGAIN = regex(rf"(?:{_OWN_SIDE}|下一步|接下来|今后|今年|明年|将|本[市省区县局委厅院]|作为)")

TELLS_OTHERS = ("指出", "强调", "要求", "提出", "建议")
"""Verbs with which a chief also tells others what to do."""

VOWS = ("承诺", "打算", "保证", "表态", "军令状", "决心", "誓言", "立誓", "发誓", "诺言")
"""Verbs that make a pledge of what follows, whatever its form: 市长X立下军令状，三年脱胎换骨."""


def commits(said: str, verb: str, post: str = "") -> bool:
    """Whether some clause says what will be done; behind 强调 it must be the speaker's own side that does it."""
    if post.endswith(_EXPERT) and not _OWN_HOUSE.search(said):
        return False
    vows = verb.startswith(VOWS) or verb.endswith(VOWS)
    for sentence in _SENTENCE.finditer(_QUOTES.sub("", said)):
        words = sentence[0]
        theirs = False
        if _ONCE.search(words) and not _NOW.search(words):
            continue
        back = _LOOKS_BACK.search(words) is not None
        clauses = _CLAUSE.findall(words)
        free = not back and bool(clauses) and bool(_TAKES_UP.match(clauses[0]) or _ADVERBIAL.match(clauses[0]))
        for clause in clauses:
            if _OTHERS.match(clause):
                theirs = _THEIR_WORDS.search(clause) is not None
                continue
            if _DONE.search(clause) or _ADVISES.search(clause):
                continue
            theirs = theirs and not _OWN_AGAIN.match(clause)
            if theirs:
                continue
            if vows and not back:
                return True
            if verb in TELLS_OTHERS:
                if _OURS.search(clause):
                    return True
            elif _WILL.search(clause) or (not back and _SOON.search(clause)) or (free and _TAKES_UP.match(clause)):
                return True
    return False
