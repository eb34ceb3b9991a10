"""Points in time as people say them; all of them in the zone that those people live in."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime

from canvasdesk.words import translate


def moment(then: datetime, now: datetime) -> str:
    """Say when something was, for the middle of a sentence: today and yesterday have names."""
    time = _clock(then)
    match (now.date() - then.date()).days:
        case 0:
            return translate("Moment", "today {time}", time=time)
        case 1:
            return translate("Moment", "yesterday {time}", time=time)
    return stamp(then, now)


def stamp(then: datetime, now: datetime) -> str:
    """Say when something was in words that stay true: the time alone where it was on the same day."""
    if then.date() == now.date():
        return _clock(then)
    date = QLocale().toString(QDate(then.year, then.month, then.day), QLocale.FormatType.ShortFormat)
    return translate("Moment", "{date} {time}", date=date, time=_clock(then))


def _clock(then: datetime) -> str:
    return QLocale().toString(QTime(then.hour, then.minute), QLocale.FormatType.ShortFormat)
