"""A code that cannot be read or built."""


class CodeFault(ValueError):
    """vi, en: what is wrong with the code, for a person."""

    def __init__(self, vi: str, en: str) -> None:
        self.vi, self.en = vi, en
        super().__init__(en)
