from datetime import datetime
from collections.abc import Callable

def make_site(*, at: datetime, say: Callable[[str], object]) -> None:
    pass
