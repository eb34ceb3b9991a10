"""A field for an amount of money, written as the language does."""

from PySide6.QtCore import QLocale

from canvasdesk.drawing.naming import amount_name
from canvasdesk.panels.fields import LineField


class AmountField(LineField):
    """An amount, or none; what is no number gives way to the last amount when the field is left."""

    def __init__(self) -> None:
        super().__init__("–")
        self._amount: float | None = None
        self.editingFinished.connect(self._show)

    def put(self, value: object) -> None:
        """Show the amount `value`, nothing for None; text that is typed and means that stays as it is."""
        self._amount = value if isinstance(value, float) else None
        if not self.hasFocus() or _read(self.text()) != (True, self._amount):
            self._show()

    def _show(self) -> None:
        super().put("" if self._amount is None else amount_name(self._amount))

    def _tell(self, text: str) -> None:
        known, amount = _read(text)
        if known:
            self.edited.emit(amount)


def _read(text: str) -> tuple[bool, float | None]:
    """Say whether a text is an amount, and which; no text is none."""
    if not text.strip():
        return True, None
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)
    amount, known = locale.toDouble(text.strip())
    return (True, amount) if known else (False, None)
