"""How much a text looks like Chinese (or other) writing and how much like bytes misread.

A wrong decoding of Chinese text is made of characters that exist but that nobody writes. So the
evidence is how common the characters are: the commonest characters of official prose, then the
"level 1" characters of GB 2312-80 and of Big5, which their committees chose by frequency.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from unicodedata import category

# The commonest 320 characters of the project's reading corpus (77 official texts, 1953 to 2026): three
# quarters of all characters written there; then those of them that Traditional script writes otherwise.
_COMMONEST = frozenset(
    "的业和发化国展建全新进加大中设产工力制实推一人动强生政体高地会民要经区作持增务保提能重资合改年等有济理行成平市"
    "社主基用机开面创为深在治度量以现家施城服完技五农企长好坚定水入革系善质性公科造万方代育对规个出支分点上各快优法共不"
    "管安学文效本同域品场部项策统稳升是领心更三内目源应金第投续构健关融二标划事步党通多调放到促战外教期程防费计环护结总"
    "自营利时数导十我型位电级协局术村就态活运府商省四元收立境扩向际积障亿式供网特义消决海监色准节落极央信群下与联范口物"
    "础医险整流集风台任做转小路乡权引研办略于取明专求精需交培比居综贸员达得形军间确格打解广众来模过题配件议筹及养财线组"
    "严习备单老低核前率种类镇势港控批争之预先们互次九门道易问把价接值据近兴六所"
    "業發國進設產實動強體會經區務資濟機開創爲為現農長堅質萬對規個點優學場項統穩領內應續構關標劃黨調戰費計環護結總營時數導"
    "電級協術態運擴際積億網義決監準節極羣群與聯範礎醫險風臺台轉鄉權辦於專綜貿員達軍間確廣衆眾來過題議籌養財線組嚴習備單"
    "種類鎮勢爭預們門問價據興這那她他說你没沒了着著看想去时候什么么"
)


def likelihood(text: str) -> float:
    """From about 1 (common Chinese) over 0 (foreign letters, rare characters) to -2 (misread bytes).

    ASCII says nothing and is not counted; a text of ASCII alone is 0.
    """
    total = weight = 0.0
    for character, count in Counter(text).items():
        if character < "\x80":
            if character < " " and character not in "\t\n\r\f\x0b":
                total += count
                weight -= 2 * count
            continue
        total += count
        weight += count * _weight(character)
    return weight / total if total else 0.0


@cache
def _weight(character: str) -> float:
    if character in _COMMONEST:
        return 1.0
    code = ord(character)
    if 0x3000 <= code <= 0x3017 or 0xFF01 <= code <= 0xFF5E or character in "“”‘’—…·":
        return 0.8
    if 0x4E00 <= code <= 0x9FFF:
        return 0.4 if is_usual(character) else -0.4
    kind = category(character)
    if character == "\ufffd" or kind in {"Co", "Cn", "Cc", "Cs"}:
        return -2.0
    if code < 0x250 or 0x2010 <= code < 0x2600:  # Latin letters, general punctuation, signs
        return 0.1
    return -0.4


@cache
def is_usual(character: str) -> bool:
    """Whether a character is of the frequently used level of GB 2312-80 or of Big5."""
    try:
        if 0xB0 <= character.encode("gb2312")[0] <= 0xD7:
            return True
    except UnicodeEncodeError:
        pass
    try:
        encoded = character.encode("big5")
    except UnicodeEncodeError:
        return False
    return b"\xa4\x40" <= encoded <= b"\xc6\x7e"
