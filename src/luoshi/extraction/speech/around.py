"""Whom a speaker speaks for where the post leaves it to the text around it: 该局局长, 区长, 公司总经理, 有关负责人."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from functools import cached_property

from luoshi.extraction.posts import body_of_post
from luoshi.model import Finding
from luoshi.model.values import Body, Place
from luoshi.patterns import regex

_ANAPHOR = regex(r"[该我全](?=[市省县区局委厅部院校集公企中镇乡村街社])")
_BARE = regex(
    r"(?:分管|主管|新任|时任|原)?(?:常务副|副|代理?)?(?P<kind>[省市区县州旗盟镇乡村局厅]|管委会|党工委|街道|社区|高新区|经开区|开发区|园区|新区|集团|公司|企业|医院|学校|学院|大学|银行|合作社|中心"
    r"|协会|商会|景区|研究院)(?=委|党|政府|副?[区县镇乡村州旗市]?长|书记|副?主任|人大|政协|董事|总|执行|经理|负责|理事|创始|院长|校长|\Z)"
)
_ZONES = (
    "管委会", "党工委", "开发区", "高新区", "经开区", "新区", "园区", "新城", "试验区", "示范区", "保税区", "产业园",
    "工业园", "科技城",
)  # fmt: skip
_OWN_KINDS = (
    "镇", "乡", "村", "街道", "社区", "集团", "公司", "企业", "医院", "学校", "学院", "大学", "银行", "合作社", "局",
    "厅",
)  # fmt: skip
_BESIDE = 80
_COUNTY = ("县", "区", "旗")
_NO_BODY = regex(
    r"(?:党委|党组|党支部|党总支|党工委)?(?:常务|执行)?副?(?:书记|主任|负责人|董事长|总经理|总工程师|站长|所长|馆长)"
)
_SMALL = ("县", "区", "旗", "镇", "乡", "村", "街道", "社区")
_SMALL_PLACE = regex(
    r"(?<=[镇乡县区市旗道，。、“\n在到进的])(?![各全该我本明今去前]|.{0,3}我们)[^\W\dA-Za-z_镇乡县区市旗道在到进的]{1,5}"
    r"(?:镇|乡|村(?!里)|街道|社区|嘎查|苏木|(?<=[^\W\d_]{2})(?<![大强])[县旗]|(?<=[^\W\d_]{2})(?<![小园城老地山社景郊辖片新校牧灾大])区)"
)
"""A village or township that no table has, behind a mark or the place that holds it: 云港镇柳湾村."""
_FIRM = regex(
    r"(?<=[，。、\n])(?![各全该我本])[^\W\dA-Za-z_]{2,16}(?:公司|集团)(?=(?:党委|党组)?(?:召开|举行|举办|组织|迅速|第一时间|传达))"
)
"""A firm that no table has, with what it does."""
_OFFICE_HERE = regex(r"(?<=[在到进])[^\W\dA-Za-z_在到的]{3,14}[局厅](?=[，的里采])")
"""An office that no table has, where the reporter went: 在云泽高新区科技创新局，."""
_NEAR = 400
"""So far back may 该局 point."""


class Around:
    """The bodies and places that a text names, in its order."""

    def __init__(
        self,
        content: str,
        bodies: list[Finding[Body]],
        places: Callable[[], list[Finding[Place]]],
        owners: dict[str, str],
    ) -> None:
        self.content, self.bodies, self.owners = content, bodies, owners
        self._places = places

    @cached_property
    def places(self) -> list[Finding[Place]]:
        """Looked up only where a post leaves its place open: a plan names thousands."""
        return self._places()

    def body_of(self, post: str, at: int, known: str | None, earlier: list[tuple[int, str]]) -> str | None:
        """Whom the post speaks for that stands at ``at``; ``earlier`` are the bodies of those who spoke before."""
        body = known or body_of_post(post, self.owners)
        if body is None or _ANAPHOR.match(body):
            body = self.meant(post, at) or body
        bare = _BARE.match(post)
        if bare and (body is None or len(body) <= len(bare["kind"]) or bare["kind"] in _OWN_KINDS):
            return self._before(bare["kind"], at, earlier) or body
        if bare and bare["kind"] in _COUNTY and body == self.owners.get(bare["kind"]):
            return self._in_paragraph(bare["kind"], at) or body
        if body is None and _NO_BODY.fullmatch(post):
            return self._at_hand(at)
        if body and body[0] in _COUNTY and post.startswith(body):  # 县水利局 in a text of no county
            place = self._before(body[0], at, earlier)
            return f"{place}{body[1:]}" if place else body
        return body

    def _in_paragraph(self, kind: str, at: int) -> str | None:
        """The county that the paragraph named last: 广安县如何发力？县委书记X."""
        line = max(self.content.rfind("\n", max(0, at - _NEAR), at) + 1, at - _NEAR, 0)
        found = [each[0] for each in _SMALL_PLACE.finditer(self.content, line, at)]
        return next((each for each in reversed(found) if each.endswith(kind)), None)

    def _at_hand(self, at: int) -> str | None:
        """The body or the small place that the sentence began with: 在云港镇，党委书记X带记者看了茶园."""
        line = max(self.content.rfind("\n", max(0, at - _BESIDE), at) + 1, at - _BESIDE, 0)
        places = list(_SMALL_PLACE.finditer(self.content, line, at))
        last = bisect_left(self.bodies, at, key=lambda each: each.span.start) - 1
        body = self.bodies[last] if last >= 0 and self.bodies[last].span.start >= line else None
        if places and (body is None or body.span.start < places[-1].start()):
            return places[-1][0]
        return self.owned(body.quote) if body else None

    def body_of_unnamed(self, post: str, words: str, at: int) -> str | None:
        """Whom 市民政局有关负责人 speaks for; without a body (有关负责人) the one that the paragraph named last."""
        if "等" in post:
            return None  # 商务部等部门: nobody in particular
        if _ANAPHOR.match(post):
            return self.meant(post, at)
        if words:
            return body_of_post(f"{words.removesuffix('的')}负责人", self.owners)
        last = bisect_left(self.bodies, at, key=lambda each: each.span.start) - 1
        if last < 0 or at - self.bodies[last].span.end > _NEAR:
            return None
        if self.content.find("\n", self.bodies[last].span.end, at) >= 0:
            return None
        return self.owned(self.bodies[last].quote)

    def meant(self, post: str, before: int) -> str | None:
        """The body that 该局 points back to: the nearest before it whose name ends alike, else the place."""
        if _ANAPHOR.match(post) is None:
            return None
        kind = post[1]
        for at in range(bisect_left(self.bodies, before, key=lambda each: each.span.start) - 1, -1, -1):
            words = self.bodies[at].quote
            if self.bodies[at].span.start <= before - _NEAR:
                break
            if len(words) > 2 and words.endswith(kind) and words[1] != kind:
                return self.owned(words)
        return self.owners.get(kind)

    def owned(self, words: str) -> str:
        """云泽市商务局 for 市商务局."""
        return body_of_post(f"{words}负责人", self.owners) or words

    def _before(self, kind: str, before: int, earlier: list[tuple[int, str]]) -> str | None:
        """The place, company … of that kind that was named last: 东浦区 for 区长."""
        kinds = _ZONES if kind in _ZONES else (kind,)
        named = [(at, body) for at, body in earlier[-3:] if body.endswith(kinds) and body not in kinds]
        for findings in (self.bodies, self.places):
            last = bisect_left(findings, before, key=lambda each: each.span.start) - 1
            for finding in reversed(findings[max(0, last - 5) : last + 1]):
                words = finding.quote
                if words.endswith(kinds) and words not in kinds and len(words) > len(kind) + (kind != "村"):
                    named.append((finding.span.start, self.owned(words) if findings is self.bodies else words))
                    break
        near = [(at, body) for at, body in named if before - _NEAR < at < before]
        if kind in ("公司", "集团"):  # 远山能源云泽公司召开大会。公司总经理X
            line = max(self.content.rfind("\n", max(0, before - _NEAR), before) + 1, before - _NEAR, 0)
            firms = [each[0] for each in _FIRM.finditer(self.content, line, before)]
            if firms and not (near and max(near)[0] >= line):
                return firms[-1]
        if near:
            return max(near)[1]
        if kind in ("局", "厅"):
            offices = [each[0] for each in _OFFICE_HERE.finditer(self.content, max(0, before - _NEAR), before)]
            if offices:
                return self.owned(offices[-1])
        if kind in _SMALL:
            found = _SMALL_PLACE.finditer(self.content, max(0, before - _NEAR), before)
            mine = [each[0] for each in found if each[0].endswith(kind)]
            if mine:
                return mine[-1]
        own = [body for _, body in earlier[:40] if body.endswith(kinds) and body not in kinds]
        return own[0] if own and kind in _OWN_KINDS else None  # a newsletter's own house
