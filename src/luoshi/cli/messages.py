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
}

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
