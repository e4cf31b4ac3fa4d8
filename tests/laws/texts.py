"""Texts that look like plans, for laws that hold on any text: our own sentences, mixed and damaged."""

from hypothesis import strategies as st

TITLES = (
    "中共云溪市委关于制定云溪市国民经济和社会发展第十五个五年规划的建议",
    "云溪市2026年政府工作报告",
    "松岭县“十四五”规划实施情况侧记",
)
LINES = (
    "（2025年12月12日中国共产党云溪市第九届委员会第十次全体会议通过）",
    "一、“十五五”时期发展的目标",
    "二、主要任务",
    "四、保障措施",
    "（一）建设现代化产业体系",
    "1. 到2030年，全市生产总值突破3000亿元，年均增长5%左右，研发投入占比达到4.5%以上。",
    "2.去年，粮食产量82万吨，城镇新增就业3.1万人，空气质量优良天数比率91.2%。",
    "3．力争用三年时间建成百园焕新工程，新增省级以上研发平台20家。",
    "第一章 总体要求",
    "第二条 各乡镇人民政府负责落实。",
    "一是抓项目。二是抓招商。三是抓服务，年内新签约项目不少于60个。",
    "专栏1 重点工程",
    "发展新质生产力，推进中国式现代化云溪实践，落实全过程人民民主。",
    "市水务局局长林远舟表示，决不让一条黑臭水体过夜，2027年底前完成管网改造120公里。",
    "由市发展改革委牵头，市财政局、临江新区管委会配合。",
    "指标\t2025年\t2030年\n常住人口（万人）\t210\t220\n城镇化率（%）\t68.5\t73",
    "首页 > 要闻 > 正文",
    "责任编辑：某某 来源：云溪在线 打印 关闭",
    "政 府 工 作 报 告",
    "發展實體經濟，推進製造業轉型升級。",
    "全　市　增长５％，居民收入",
    "增长与经济增长同步。",
    "A plan for the city, 2026-2030.",
    "云溪市2025年国民经济和社会发展统计公报显示，三次产业比重为8.1:45.6:46.3。",
)
NOISE = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=12)


@st.composite
def plans(draw):
    """A title, lines in any order and number, here and there damaged."""
    lines = [draw(st.sampled_from(TITLES)), *draw(st.lists(st.sampled_from(LINES) | NOISE, max_size=14))]
    text = draw(st.sampled_from(["\n", "\n\n　　", "\r\n", ""])).join(lines)
    if draw(st.booleans()):
        cut = draw(st.integers(0, len(text)))
        text = text[:cut] + draw(NOISE) + text[cut:]
    return text
