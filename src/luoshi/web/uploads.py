"""Files sent by a browser: taken in, and a page that shows what becomes of each."""

from __future__ import annotations

from typing import Annotated, Any

from litestar import Response, get, post
from litestar.datastructures import UploadFile
from litestar.enums import RequestEncodingType
from litestar.params import Body, FromPath
from litestar.response import Redirect

from luoshi.actions.uploads import ADDED, FAILED, READING, THERE, WAITING, File, Sent, Upload
from luoshi.errors import BadRequest
from luoshi.http import context, editors, language, visitor
from luoshi.web.rendering import AnyRequest, page
from luoshi.words import Words

STATES = {
    WAITING: Words("等待读入", "waiting"),
    READING: Words("正在读", "being read"),
    ADDED: Words("已上架", "on the shelf"),
    THERE: Words("书架上已有", "already on the shelf"),
    FAILED: Words("没能读入", "not read"),
}

Form = Annotated[dict[str, Any], Body(media_type=RequestEncodingType.MULTI_PART)]


@post("/uploads", guards=[editors], sync_to_thread=True, include_in_schema=False)
def send(request: AnyRequest, data: Form) -> Response[Any]:
    """Takes files in: those of the fields ``files`` and ``folder``, to the ``upload`` that is named or a new one."""
    files = [each for name in ("files", "folder") for each in _files(data.get(name))]
    try:
        if not files:
            raise BadRequest(
                Words("没有选文件。", "No file was chosen."),
                Words("请选择一个或几个文件再上传。", "Choose one file or several, then upload."),
            )
        asking = visitor(request)
        sent = [Sent(each.filename, each.file) for each in files]
        before = data.get("upload")
        upload = context(request).uploads.take(
            sent, who=asking.name if asking else "", upload=before if isinstance(before, str) else ""
        )
    finally:
        for each in (file for value in data.values() for file in _files(value)):
            each.file.close()
    address = context(request).links.to(f"/uploads/{upload.id}")
    if "application/json" in request.headers.get("accept", ""):
        return Response(_told(request, upload), status_code=201, headers={"Location": address})
    return Redirect(address, status_code=303)


@get("/uploads/{name:str}", guards=[editors], sync_to_thread=True, include_in_schema=False)
def look(request: AnyRequest, name: FromPath[str]) -> Response[Any]:
    """What became of each file of an upload; ``.json`` for the script of the page."""
    asking = visitor(request)
    upload = context(request).uploads.look(name.removesuffix(".json"), asking.name if asking else "")
    if name.endswith(".json"):
        return Response(_told(request, upload), headers={"Cache-Control": "no-store"})
    return page(request, "upload.html.j2", upload=upload, states=STATES, told=_told(request, upload))


def _files(value: Any) -> list[UploadFile]:  # noqa: ANN401 — what a form's field holds
    return [each for each in (value if isinstance(value, list) else [value]) if isinstance(each, UploadFile)]


def _told(request: AnyRequest, upload: Upload) -> dict[str, Any]:
    links, chosen = context(request).links, language(request)
    return {
        "id": upload.id,
        "address": links.to(f"/uploads/{upload.id}"),
        "status": links.to(f"/uploads/{upload.id}.json"),
        "open": upload.open,
        "files": [_file(file, links.to(f"/d/{file.id[:12]}") if file.id else "", chosen) for file in upload.files],
    }


def _file(file: File, address: str, chosen: str) -> dict[str, Any]:
    why = file.failure
    return {
        "name": file.name,
        "size": file.size,
        "state": file.state,
        "says": STATES[file.state].told(chosen),
        "address": address,
        "title": file.title,
        "grade": file.grade,
        "what": why.what.told(chosen) if why else "",
        "advice": why.advice.told(chosen) if why else "",
    }
