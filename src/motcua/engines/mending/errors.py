"""What cannot be done to a case or a remedy."""


class NotNow(ValueError):
    """The state does not allow the act. state, act: which."""

    def __init__(self, state: str, act: str) -> None:
        super().__init__(f"{act} is not possible in the state {state}")
        self.state, self.act = state, act
