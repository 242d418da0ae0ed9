"""What a user can cause: typed, in both languages, saying what happened and what to do."""

from typing import ClassVar


class UserError(Exception):
    """A fault the user can mend. Subclasses set `status` (HTTP), `vi` and `en`, with {fields} of the call.

    Anything else that is raised is a bug and is shown with a number.
    """

    status: ClassVar[int] = 422
    vi: ClassVar[str] = ""
    en: ClassVar[str] = ""

    def __init__(self, **values: object) -> None:
        self.values = values
        super().__init__(self.en.format(**values))

    def words(self, language: str = "vi") -> str:
        """The message in `language`; Vietnamese unless the reader chose English."""
        text = self.en if language.startswith("en") else self.vi
        return text.format(**self.values)


class NotFound(UserError):
    """Absent or forbidden: one text for both, so that a guess learns nothing."""

    status = 404
    vi = "Không có trang này, hoặc tài khoản không có quyền xem."
    en = "Not here, or not yours to see."


class NotPermitted(UserError):
    """The person may see the thing but not do this with it, now."""

    status = 403
    vi = "Tài khoản không có quyền làm việc này với hồ sơ ở bước hiện tại."
    en = "This account may not do that at this step."
