"""Whether a file is an attachment: a document, an image or a mail, whose inside cannot be searched."""

from typing import Final

_DOCUMENTS: Final = "doc docx docm dot dotx xls xlsx xlsm xlsb ppt pptx odt ods odp rtf pdf pages numbers key one pub vsd vsdx"
_IMAGES: Final = "png jpg jpeg jpe gif bmp tif tiff webp heic heif avif svg ico psd ai eps"
_MAILS: Final = "eml msg mbox pst ost ics vcf"
_ARCHIVES: Final = "zip 7z rar gz tgz tar bz2 xz zst"
_RECORDINGS: Final = "mp3 m4a wav ogg mp4 mov avi mkv webm"
_DATABASES: Final = "sqlite sqlite3 db mdb accdb sav dta"
ENDINGS: Final = frozenset(
    f".{ending}" for ending in f"{_DOCUMENTS} {_IMAGES} {_MAILS} {_ARCHIVES} {_RECORDINGS} {_DATABASES}".split()
)
# A ZIP (all office documents of today), a PDF, an older office document, and the common images, whatever they are called.
_BEGINNINGS: Final = (b"PK\x03\x04", b"%PDF-", b"\xd0\xcf\x11\xe0", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"{\\rtf")
_TEXTS: Final = (".yaml", ".yml")
_HEAD: Final = 8192


def is_attachment(file: str, content: bytes | None) -> bool:
    """Tell an attachment by its ending, its first bytes, or a zero byte; content is None where it could not be read.

    A zero byte in a record is left to the reader, which can say what is wrong with its encoding.
    """
    name = file.rpartition("/")[2].lower()
    if name[name.rfind(".") :] in ENDINGS:
        return True
    if content is None:
        return False
    return content.startswith(_BEGINNINGS) or (not name.endswith(_TEXTS) and b"\0" in content[:_HEAD])
