"""What helps where a file cannot be read, said in more than one place, in both languages."""

from __future__ import annotations

from luoshi.words import Words

AGAIN = Words("请重新下载。", "Fetch it again.")
ANOTHER = Words("请重新下载，或换一份。", "Fetch it again, or give another copy.")
RESAVE = Words(
    "请重新下载，或用 Word、WPS 打开后另存一份。", "Fetch it again, or open it in Word or WPS and save it anew."
)
UNLOCK = Words("请用密码打开，另存为不加密的文件。", "Open it with its password and save it without one.")
UNPACK = Words("请先解压，再读里面的文件。", "Unpack it and give the document inside.")
AS_DOCX = Words(
    "请用 Word 或 WPS 打开，另存为 .docx（或带文字的 PDF）。",
    "Open it in Word or WPS and save it as .docx (or as PDF with text).",
)
AS_PDF = Words("请另存为 PDF。", "Save it as PDF.")
AS_TEXT = Words("请把表另存为文本，或放进 .docx 的表格。", "Save the sheet as text, or as a table in a .docx.")
KNOWN = Words("请给出 .txt、.md、.html、.pdf 或 .docx 文件。", "Give the document as .txt, .md, .html, .pdf or .docx.")
CHECK_PATH = Words("请检查路径。", "Check the path.")
SPLIT = Words("请只给出文件本身，或拆分后再读。", "Give only the document itself, or split it.")
