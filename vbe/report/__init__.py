"""The annual follow-up: corpus, freshness and changes in, report model out. Pure: nothing here reads, writes or asks the time.

`parts` has the list of sections, `render` turns the model into bytes. May import `rules` and `domain`. Begin with `compose`.
"""

from vbe.report.compose import compose
from vbe.report.parts import APPENDIX, SECTIONS, require_alone
from vbe.report.sections.red import PAGE_ONE

__all__ = ["APPENDIX", "PAGE_ONE", "SECTIONS", "compose", "require_alone"]
