import importlib
import pkgutil
from collections import Counter
from enum import StrEnum

import layouts
from layouts.ui.ad_page import Part


def test_no_two_pages_share_an_id() -> None:
    modules = [importlib.import_module(f"layouts.{found.name}") for found in pkgutil.iter_modules(layouts.__path__)]
    named = [str(own) for module in modules for own in getattr(module, "Ids", StrEnum("Ids", []))]
    named += [module.SITE.id(part) for module in modules if hasattr(module, "SITE") for part in Part]
    assert len(named) > 40
    assert [name for name, times in Counter(named).items() if times > 1] == []
