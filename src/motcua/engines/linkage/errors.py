"""What can be wrong with records that are to be linked or counted: typed, in both languages."""

from typing import ClassVar


class LinkageError(ValueError):
    """The records or counts cannot be read. Subclasses set `vi` and `en`, with {fields} of the call."""

    vi: ClassVar[str] = ""
    en: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.en.format(**values))

    def words(self, language: str = "vi") -> str:
        """The message in `language`; Vietnamese unless the reader chose English."""
        text = self.en if language.startswith("en") else self.vi
        return text.format(**self.values)


class UnreadableFile(LinkageError):
    """Not there, not a CSV file, or without the columns it must have."""

    vi = "{path}: không đọc được: {why}. Cần tệp CSV, mã UTF-8, dòng đầu là tên cột."
    en = "{path}: cannot be read: {why}. A CSV file in UTF-8 with column names in its first line is needed."


class BadRow(LinkageError):
    """One row that cannot be read; line counts from 1, the names of the columns included."""

    vi = "{path}, dòng {line}: {why}."
    en = "{path}, line {line}: {why}."


class TooFewSources(LinkageError):
    """What nobody recorded can be estimated only from two sources or more."""

    vi = "Cần ít nhất hai nguồn (cột source_1, source_2, …); tệp có {found}."
    en = "At least two sources are needed (columns source_1, source_2, …); there are {found}."


class TooManySources(LinkageError):
    """More sources than the models can tell apart."""

    vi = "Nhiều nhất {most} nguồn; tệp có {found}. Hãy gộp các nguồn ít bản ghi."
    en = "At most {most} sources; there are {found}. Put small ones together."


class NothingCounted(LinkageError):
    """No record in any source, or none in one of them."""

    vi = "Không có bản ghi nào ở nguồn {source}: không ước lượng được."
    en = "There is no record in {source}: nothing can be estimated."
