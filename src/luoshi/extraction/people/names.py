"""Where a person's name begins and ends: beside a post, before a title, standing alone."""

from __future__ import annotations

from luoshi.knowledge.beside_names import LONGEST, following, showing
from luoshi.knowledge.posts import posts
from luoshi.knowledge.surnames import is_name, plain_words, surnames
from luoshi.patterns import regex

HAN = regex(r"[^\W\dA-Za-z_]{1,4}")
_MINORITY = regex(r"[^\W\dA-Za-z_]{1,6}·[^\W\dA-Za-z_]{1,8}")
_SPACED = regex(r"([^\W\dA-Za-z_]) ([^\W\dA-Za-z_])(?=\n|$)")
_NEVER_LAST = frozenset("不把被给没很最仍曾却便刚只也都还则又就并这那其")
_SPEAKING = (
    "表示", "表态", "说，", "说：", "认为", "介绍", "谈到", "坦言", "直言", "在", "告诉", "指出", "强调", "，", "：",
    "、",
)  # fmt: skip
_ADVERBS = "又也还则都均就便再在"
_ENDINGS = "在作说对等和与及为将的就向同到也还则以"
_SPEAKS = regex(
    r"[^\W\dA-Za-z_]{1,12}?(?:(?:表示|说|指出|强调|认为|介绍|谈到|坦言|直言|透露|告诉记者|承诺|表态)(?:道|说)?[，：]|[：，]“)"
)
_TELLS = regex(r"[^\W\dA-Za-z_]{1,12}[，。]")
_THOUGHT = regex(r"(?:新时代|经济|法治|外交|强军|生态文明|文化)[^\W\dA-Za-z_]{0,11}?思想|思想")
_LEFT = frozenset("以由和与对在向受为、经请让把随同跟于是及")
"""What may stand right before a name."""
_PARTY_WORD = ("党组", "党委", "党工", "常务", "常委", "总工", "组长")
"""What posts begin with and surnames do too: 党组 is nobody's name."""


def name_at(content: str, at: int, *, spaced: bool, weak: bool = True, sure: bool = False) -> int | None:
    """Where the name that starts here ends, or ``None``: three characters before two, and only before a
    word that can follow a name. ``sure`` says that a full post stands before (市水利局局长): then any word may follow.
    """
    minority = _MINORITY.match(content, at)
    if minority:
        return _minority_end(content, at, minority.end())
    if spaced and (wide := _SPACED.match(content, at)) and is_name(wide[1] + wide[2]):
        return wide.end()
    run = HAN.match(content, at)
    if run is None:
        return None
    long = _long_given(content, at) if len(run[0]) == 4 else None
    if long:
        return long
    for length in (4, 3, 2) if len(run[0]) == 4 else (3, 2):
        word = content[at : at + length]
        if length == 4 and is_name(word[:3], weak=weak) and _following(content, at + 3) > _following(content, at + 4):
            continue  # 拉毛措说
        if length == 4 == len(word) and word[3] in "正又也还" and is_name(word[:3]) and word[2:] not in surnames():
            continue  # 朝鲁门正和大家商量
        if length == 3 == len(word) and _rather_two(content, at, word, weak=weak):
            return at + 2 if not word.startswith(_PARTY_WORD) and word[:2] not in posts() else None  # 柳溪谈到
        if (
            length == 3 == len(word)
            and word[-1] in _ENDINGS
            and is_name(word[:2], weak=weak)
            and not (word[-1] in "和与及同" and content.startswith(showing(), at + 3))
        ):
            continue  # 王某在京
        if (
            len(word) == length
            and len(run[0]) >= length
            and is_name(word, weak=weak)
            and not word.startswith(_PARTY_WORD)
            and word not in posts()
            and _may_follow(content, at + length)
        ):
            return at + length
    if sure and len(run[0]) == 4 and is_name(run[0][2:]) and is_name(run[0], weak=False):
        return at + 4  # 达瓦次仁裹着大衣
    return _speaker_at(content, at, run[0][:3], sure=sure)


def _long_given(content: str, at: int) -> int | None:
    """Where a name of five or six characters ends that is made of given names: 额尔敦其木格, 阿依古丽娜尔."""
    known = surnames()
    if known.get(content[at : at + 2]) != "given":
        return None
    for length in (6, 5):
        end = at + length
        if "given" in (known.get(content[end - 2 : end]), known.get(content[end - 3 : end])) and _may_follow(
            content, end
        ):
            return end
    return None


def _rather_two(content: str, at: int, word: str, *, weak: bool) -> bool:
    """Whether the third character begins the word that follows a name of two, a longer one than follows all three."""
    if not is_name(word[:2], weak=weak):
        return False
    after = content[at + 3 : at + 5]
    if word[2] == "刚" and content.startswith(_SPEAKING, at + 3):
        return False  # 柳志刚表示
    if word[2] in _NEVER_LAST or after[:1] == "着" or after[:1] == word[2] or (after[:1] == "了" and after != "了解"):
        return True  # 柳溪拍着胸脯, 柳溪点点头
    if word[2] == "一" and not _following(content, at + 3) and "一" <= after[:1] <= "龥":
        return True  # 柳溪一前一后
    return _following(content, at + 2) > max(1, _following(content, at + 3))


def _following(content: str, at: int) -> int:
    """How long the word is that stands here and can follow a name, with an adverb before it: 又补充."""
    longest = _word_length(content, at)
    if longest == 1 and content[at] in _ADVERBS and (behind := _word_length(content, at + 1)) > 1:
        return 1 + behind
    return longest


def _word_length(content: str, at: int) -> int:
    known = following()
    return next((length for length in range(LONGEST, 0, -1) if content[at : at + length] in known), 0)


def _speaker_at(content: str, at: int, word: str, *, sure: bool) -> int | None:
    """Three characters that can be a name, whatever word comes between them and that they speak: X笑容满面地说，."""
    if (
        len(word) == 3
        and is_name(word, weak=sure)
        and word[:2] not in plain_words()
        and not word.startswith(_PARTY_WORD)
        and (
            (sure and word[1:] not in plain_words())
            or _SPEAKS.match(content, at + 3)
            or (_quoted_before(content, at) and _TELLS.match(content, at + 3))
        )
    ):
        return at + 3
    return None


def _minority_end(content: str, at: int, end: int) -> int:
    """艾某江·买某提 ends before the first word that can follow a name."""
    for stop in range(content.index("·", at) + 2, end):
        if _may_follow(content, stop):
            return stop
    return end


def _may_follow(content: str, at: int) -> bool:
    right = content[at : at + 1]
    return not "一" <= right <= "龥" or _word_length(content, at) > 0


def _quoted_before(content: str, at: int) -> bool:
    """Whether a quoted sentence ends shortly before: “……。”谈起明年，市水利局局长X……."""
    close = content.rfind("”", max(0, at - 48), at)
    return close > 0 and content[close - 1] in "。！？，…" and "。" not in content[close:at]


def name_before(content: str, stop: int, *, bound: bool) -> int | None:
    """Where the name begins that ends at ``stop``; ``bound``: only behind a word that can stand before one."""
    for length in (3, 2, 4):
        begin = stop - length
        if begin < 0:
            continue
        left = content[begin - 1 : begin]
        edge = not "一" <= left <= "龥" or left in _LEFT
        if (edge or (not bound and length == 3)) and is_name(content[begin:stop], weak=False):
            return begin
    return None


def stands_alone(content: str, name: str, start: int, end: int) -> bool:
    """Whether a known name, found again without its post, is no part of another word."""
    if _THOUGHT.match(content, end):
        return False
    if len(name) >= 3:
        return True
    left = content[start - 1 : start]
    if left in ("\n", "") and content[end : end + 1] in ("：", ":"):
        return True  # an answer in an interview
    return (not "一" <= left <= "龥" or left in _LEFT) and content.startswith(showing(), end)
