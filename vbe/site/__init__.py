"""The site: records → pages that people go to, as files that need no server. Pure: nothing here reads or writes a file.

May import `output`, `report` and everything below. A page is composed in `pages/` as plain data, shown by a template of
`templates/site/`, and counted in the manifest. Begin with `build`.
"""

from vbe.site.build import Site, build_site
from vbe.site.view import Edition, SiteView

__all__ = ["Edition", "Site", "SiteView", "build_site"]
