"""The small town of the dossiers' tests, and its overdue dossier."""

import pytest

from motcua.dossiers.tests.conftest import Town, town
from motcua.remedies.tests.scenes import Scene, scene_of

__all__ = ["scene", "town"]


@pytest.fixture
def scene(town: Town) -> Scene:
    return scene_of(town)
