"""The demo sign-ins, as lines to print."""

from collections.abc import Iterator


def lines(town: str) -> Iterator[str]:
    """A table of the demo accounts: sign-in, password, role, unit."""
    from motcua import demo

    if not hasattr(demo, "sign_ins"):
        return
    rows = [("tài khoản / name", "mật khẩu / password", "vai trò / role", "đơn vị / unit")]
    rows += [(name, password, role, unit) for name, role, unit, password in demo.sign_ins(town)]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=False)]
        yield "  " + "  ".join([*cells, row[3]])
