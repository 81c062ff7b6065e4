"""Pictures that travel inside the page."""

import base64
import mimetypes
from functools import cache
from pathlib import Path


@cache
def data_uri(path: Path) -> str:
    """A picture file as the URL of its own content."""
    kind = mimetypes.guess_type(path.name)[0] or "image/png"
    return f"data:{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
