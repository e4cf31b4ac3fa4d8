"""Every sentence that the terminal says itself, in Chinese and English."""

from __future__ import annotations

MESSAGES: dict[str, tuple[str, str]] = {
    "usage": ("用法有误：{}。见 luoshi --help。", "Wrong usage: {}. See luoshi --help."),
    "no_command": (
        "没有 {} 这个命令；你是想用 luoshi read {} 吗？",
        "there is no command {}; did you mean luoshi read {}?",
    ),
    "no_path": ("没有说明要读什么", "it is not said what to read"),
    "one_only": (
        "一个 {} 只能装一份文件；请用 -o 指定文件夹，或改用 jsonl、csv、xlsx",
        "{} holds one document; give a folder with -o, or use jsonl, csv or xlsx",
    ),
    "binary": ("{} 不能显示在终端里；请用 -o 指定文件", "{} cannot be shown in a terminal; give a file with -o"),
    "same_file": (
        "结果会覆盖读的文件 {}；请换一个去处",
        "the result would replace what is read, {}; give another place",
    ),
    "jobs": ("--jobs 要一个从 1 起的整数", "--jobs wants a whole number from 1 up"),
    "stdin_once": ("标准输入（-）只能读一次", "standard input (-) can be read once only"),
    "stdin_terminal": ("标准输入是终端，没有可读的文件", "standard input is a terminal: there is nothing to read"),
    "unwritten": ("{}: 写不进去：{}。请换一个位置。", "{}: cannot be written: {}. Give another place."),
    "empty": (
        "这里没有可读的文件（.txt .md .html .pdf .docx）。",
        "There is nothing to read here (.txt .md .html .pdf .docx).",
    ),
    "failures": ("没读成的（{}）", "Not read ({})"),
    "summary": ("读成 {} 份", "{} read"),
    "skipped": ("跳过 {} 份（已读过，内容未变）", "{} skipped (read before, unchanged)"),
    "failed": ("{} 份没读成", "{} failed"),
    "written": ("写入 {}", "written to {}"),
    "stopped": (
        "已中断；写好的结果都在，再运行一次会接着读。",
        "Stopped. What was written is whole; run it again to go on.",
    ),
    "reading": ("读", "reading"),
    "truth": ("可信度", "Grade"),
    "not_before": ("最早写于 {}", "written not before {}"),
    "doubts": ("存疑", "Doubts"),
    "no_doubts": ("没有发现问题。", "Nothing wrong was found."),
    "alike": ("同类还有 {} 处：", "{} more of this kind: "),
    "many_headings": ("{} 处标题或编号在此版本中缺失。", "{} headings or numbers are lost in this copy."),
    "many_intrusions": (
        "正文中有 {} 处混入的文字，已移去（见“清理”）。",
        "Text was injected in {} places and taken out (see Cleaning).",
    ),
    "before": ("在 {} 之前", "before {}"),
    "settles": ("核实：{}", "to settle: {}"),
    "remarks": ("读取", "Reading"),
    "cleaning": ("清理", "Cleaning"),
    "nothing_cleaned": ("没有改动。", "Nothing was changed."),
    "injected": ("混入", "injected"),
    "outline": ("结构", "Outline"),
    "no_outline": ("没有识别出章节条目。", "No chapters or items were found."),
    "lost": ("［］为标题在此版本中缺失、据上下文推定者", "［］: the heading is lost in this copy and was concluded"),
    "items": ("（{}条）", "({} items)"),
    "targets": ("目标", "Targets"),
    "no_targets": ("没有识别出目标。", "No targets were found."),
    "what": ("指标", "what"),
    "as_written": ("原文", "as written"),
    "value": ("数值", "value"),
    "by": ("期限", "by"),
    "who": ("主体", "who"),
    "rest": ("其余", "The rest"),
    "characters": ("{} 字", "{} characters"),
    "more": ("另有 {} 行；--format html 可看全部", "{} lines more; --format html shows all"),
    "line_targets": ("目标 {}", "{} targets"),
    "line_doubts": ("存疑 {}", "{} doubts"),
    "evaluate_what": ("evaluate 要用 --gold 和 --texts 说明标注和文本在哪里", "evaluate wants --gold and --texts"),
    "evaluate_paths": (
        "evaluate 不直接读 {}；请用 --texts 指定文本",
        "evaluate reads no {}; give the texts with --texts",
    ),
    "evaluate_format": ("evaluate 只有 text 和 json 两种格式，没有 {}", "evaluate knows text and json, not {}"),
    "read_no_gold": ("--gold、--texts、--against 只用于 evaluate", "--gold, --texts and --against are for evaluate"),
    "precision": ("准确率", "precision"),
    "recall": ("召回率", "recall"),
    "f1": ("F1", "F1"),
    "right": ("正确", "right"),
    "missed": ("漏", "missed"),
    "false": ("误", "false"),
    "kind": ("种类", "kind"),
    "rate": ("{}  （{}/{}）", "{}  ({} of {})"),
    "figures": (
        "衡量了 {} 份文本。“—”为无从计算：标注没有说明哪一段全部标注过，不计误报。",
        "Texts measured: {}. A dash: nothing to divide by, or gold that is a choice, so that nothing is false.",
    ),
    "missed_list": ("漏报", "Missed"),
    "false_list": ("误报", "False alarms"),
    "wrong_list": ("找对而细项不符", "Found, but a field differs"),
    "gold": ("标注：", "gold:  "),
    "found": ("读出：", "found: "),
    "unmeasured": ("未衡量：{}（标注 {} 行）：{}", "Not evaluated: {} ({} rows of gold): {}"),
    "remark": ("说明：{}", "Remark: {}"),
    "against": ("与上一次相比", "Compared with the earlier run"),
    "unchanged": ("各项数字没有变化。", "No figure has changed."),
    "better": ("变好", "better"),
    "worse": ("变差", "worse"),
    "changed": ("无从比较", "cannot be compared"),
    "newly_missed": ("新漏报", "Newly missed"),
    "newly_false": ("新误报", "New false alarms"),
    "newly_wrong": ("细项新不符", "Fields newly wrong"),
    "no_longer_missed": ("不再漏报", "No longer missed"),
    "no_longer_false": ("不再误报", "No longer false"),
    "no_longer_wrong": ("细项不再不符", "Fields right again"),
}

GOLD = {
    "quantity": "数量",
    "pledge": "表态",
    "outline": "结构",
    "node": "层次",
    "line": "清理",
    "paragraph": "段落",
    "target": "目标选",
    "measure": "举措",
    "programme": "工程",
    "body": "机构",
    "responsibility": "责任",
    "place": "地点",
    "person": "人物",
    "reference": "引用",
    "formulation": "提法",
    "deadline": "期限",
    "doubt": "存疑",
}
"""The kinds of gold in Chinese; English uses the key."""

ONE: dict[str, str] = {
    "items": "({} item)",
    "more": "{} line more; --format html shows all",
    "line_targets": "{} target",
    "line_doubts": "{} doubt",
}
"""The English of a count of one, where it has another form."""


def count(key: str, language: str, number: int) -> str:
    """The sentence of a key for so many."""
    return ONE[key].format(number) if number == 1 and language != "zh" and key in ONE else say(key, language, number)


def say(key: str, language: str, *values: object) -> str:
    """The sentence of a key, with its values."""
    zh, en = MESSAGES[key]
    return (zh if language == "zh" else en).format(*values)
