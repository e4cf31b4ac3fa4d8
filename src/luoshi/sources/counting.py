"""The numbers that Word and browsers write before list paragraphs: 一、 (1) ① a. iv."""

from __future__ import annotations

_DIGITS = "〇一二三四五六七八九"
_FORMAL = "零壹贰叁肆伍陆柒捌玖"
_CYCLES = {
    "ideographTraditional": "甲乙丙丁戊己庚辛壬癸",
    "ideographZodiac": "子丑寅卯辰巳午未申酉戌亥",
    "decimalEnclosedParen": "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇",
    "decimalEnclosedFullstop": "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛",
    "decimalEnclosedCircle": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "decimalEnclosedCircleChinese": "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳",
    "ideographEnclosedCircle": "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉",
}
_CHINESE = frozenset(
    [
        "chineseCounting",
        "chineseCountingThousand",
        "japaneseCounting",
        "taiwaneseCounting",
        "taiwaneseCountingThousand",
        "koreanCounting",
    ]
)
_FORMALS = frozenset({"chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal"})
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"))
_ROMAN_LOW = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


def counted(number: int, form: str) -> str:
    """A number in a form named as in ECMA-376 part 1, 17.18.59 (ST_NumberFormat); decimal for the rest."""
    if form in {"none", "bullet"}:
        return ""
    if number < 1:
        return str(number)
    if form in _CHINESE:
        return _chinese(number)
    if form in _FORMALS:
        return _chinese(number, _FORMAL, "拾佰仟", short=False)
    if form in {"ideographDigital", "taiwaneseDigital", "japaneseDigitalTenThousand"}:
        return "".join(_DIGITS[int(digit)] for digit in str(number))
    if form in _CYCLES:
        signs = _CYCLES[form]
        return signs[number - 1] if number <= len(signs) else str(number)
    if form == "decimalZero":
        return f"{number:02d}"
    if form == "decimalFullWidth":
        return "".join(chr(0xFF10 + int(digit)) for digit in str(number))
    if form in {"lowerLetter", "upperLetter"}:  # after z comes aa, then bb
        letters = chr(ord("a") + (number - 1) % 26) * min(20, (number - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in {"lowerRoman", "upperRoman"} and number < 4000:
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    return str(number)


def _roman(number: int) -> str:
    signs = ""
    for value, sign in (*_ROMAN, *_ROMAN_LOW):
        signs += sign * (number // value)
        number %= value
    return signs


def _chinese(number: int, digits: str = _DIGITS, units: str = "十百千", *, short: bool = True) -> str:
    """``short`` leaves out the 一 of 一十."""
    if number > 9999:
        return str(number)
    zero = "零"
    spoken = ""
    for position in range(3, -1, -1):
        digit = number // 10**position % 10
        if digit:
            spoken += digits[digit] + (units[position - 1] if position else "")
        elif spoken and not spoken.endswith(zero):
            spoken += zero
    spoken = spoken.rstrip(zero)
    if short and number < 20 and number >= 10:
        return spoken[1:]
    return spoken
