"""Pictures of pages, where the extra is installed; what is said where it is not."""

from io import BytesIO

import pytest
from checking import check, marked
from pdf_making import lines, pdf

from luoshi.errors import DamagedFile
from luoshi.sources import open_source

SENTENCE = "到2030年，全市港口货物吞吐量达到3亿吨以上"


def test_scanned_pages_are_read_with_confidence() -> None:
    pytest.importorskip("rapidocr_onnxruntime", reason="the extra luoshi[ocr] is not installed")
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf(*[lambda canvas: lines(canvas, [SENTENCE] * 4, size=16, step=40)] * 2))
    pictures = [page.render(scale=2).to_pil().convert("RGB") for page in document]
    file = BytesIO()
    pictures[0].save(file, "PDF", save_all=True, append_images=pictures[1:], resolution=144)
    original = open_source(file.getvalue())
    check(original)
    assert original.content.count("吞吐量达到3亿吨") == 8
    assert [value for _, value in marked(original, "page")] == ["1", "2"]
    assert all(0.5 < float(value) <= 1 for _, value in marked(original, "ocr"))
    assert len(original.marked("ocr")) == 8
    assert any("OCR" in remark.en for remark in original.remarks)
    with pytest.raises(DamagedFile, match="picture"):
        open_source(b"\x89PNG\r\n\x1a\n" + bytes(30))
