"""What a cell cannot mean (读不出的内容)."""


class Unreadable(Exception):
    """A cell that cannot be read: a stable code and one Chinese sentence, in which `{}` is the name of its column."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code, self.message = code, message
