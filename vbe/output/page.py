"""The frame of a page that stands by itself, to send or attach; read on a telephone and printed as well."""

from __future__ import annotations

from vbe.language import active_language

STYLE = (
    "body{font:1rem/1.5 system-ui,sans-serif;max-width:46rem;margin:0 auto;padding:1rem;color:#1a1a1a;background:#fff;"
    "overflow-wrap:anywhere}h1{font-size:1.4rem}h2{font-size:1.15rem;border-bottom:1px solid #767676;margin-top:2rem}"
    "h3{font-size:1rem}ul{padding-left:1.2rem}del{color:#8a1019;background:#fdecec}ins{color:#0f5a28;background:#e7f5ea}"
    "li{margin-bottom:.4rem}small{color:#595959}"
    "@media print{body{max-width:none}}"
)


def framed(title: str, body: list[str]) -> str:
    """A page with a heading; `body` is HTML, of which every text from a file is harmless already."""
    return "\n".join(
        [
            f'<!doctype html>\n<html lang="{active_language()}">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{title}</title>\n<style>{STYLE}</style>",
            f"</head>\n<body>\n<main>\n<h1>{title}</h1>",
            *body,
            "</main>\n</body>\n</html>\n",
        ]
    )
