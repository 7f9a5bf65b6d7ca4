"""Charts kept under DATA_DIR: what a chart shows is written down at once, and drawn when it is first wanted.

The name of a chart is the hash of what it shows, so the same figures are drawn once, in every week and for everybody,
and an older message goes on showing what was true when it was sent.
"""

import hashlib
import json
import threading
from dataclasses import asdict
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from documents.charts import ageing, agency_bars, canvas, s_curve, sparkline
from i18n import language, speaking

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Chart = s_curve.SCurve | agency_bars.AgencyBars | ageing.Ageing
KEPT_FOR = timedelta(days=60)
KINDS = ("s_curve", "sparkline", "agency_bars", "ageing")
# One drawing at a time: it is work for one core, and the others answer people.
_drawing = threading.Lock()


def keep(folder: Path, kind: str, chart: Chart) -> str:
    """Write down what a chart shows, in the language now spoken, and return its name."""
    said = json.dumps([kind, language(), asdict(chart)], ensure_ascii=False, sort_keys=True, default=_day)
    name = hashlib.sha256(said.encode()).hexdigest()[:32]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.json"
    if not path.exists():
        _write(path, said.encode())
    return name


def picture(folder: Path, name: str) -> Path | None:
    """Return the PNG of a chart, drawn now where it is not there yet; None for a name that was not kept."""
    path, said = folder / f"{name}.png", folder / f"{name}.json"
    with _drawing:
        if not path.is_file():
            if not said.is_file():
                return None
            kind, spoken, shown = json.loads(said.read_text(encoding="utf-8"))
            with speaking(spoken):
                _write(path, canvas.as_png(drawn(kind, _chart(kind, shown))))
    return path


def drawn(kind: str, chart: Chart) -> "Figure":
    """Return a chart drawn in the language now spoken; papers take it as SVG or PNG through `canvas`."""
    if isinstance(chart, agency_bars.AgencyBars):
        return agency_bars.draw(chart)
    if isinstance(chart, ageing.Ageing):
        return ageing.draw(chart)
    return sparkline.draw(chart) if kind == "sparkline" else s_curve.draw(chart)


def forget_old(folder: Path, now: datetime) -> int:
    """Delete what nobody's link opens any more; return how many charts."""
    gone = 0
    for path in folder.glob("*.json") if folder.is_dir() else ():
        if now - datetime.fromtimestamp(path.stat().st_mtime, UTC) > KEPT_FOR:
            path.with_suffix(".png").unlink(missing_ok=True)
            path.unlink(missing_ok=True)
            gone += 1
    return gone


def from_plain(shown: dict[str, Any]) -> Chart:
    """Return the chart that plain data with its "kind" describe, as papers keep it; its days are days already."""
    rest = {key: value for key, value in shown.items() if key != "kind"}
    return _chart(shown["kind"], json.loads(json.dumps(rest, default=_day)))


def _chart(kind: str, shown: dict[str, Any]) -> Chart:
    shown["on"] = date.fromisoformat(shown["on"])
    if kind == "agency_bars":
        bars = tuple(agency_bars.AgencyBar(**bar) for bar in shown.pop("bars"))
        return agency_bars.AgencyBars(bars=bars, **shown)
    if kind == "ageing":
        return ageing.Ageing(stuck=tuple(ageing.Stuck(**each) for each in shown.pop("stuck")), **shown)
    reached, target = _points(shown.pop("reached")), _points(shown.pop("target"))
    return s_curve.SCurve(**shown, reached=reached, target=target)


def _points(pairs: list[list[Any]]) -> tuple[tuple[date, float], ...]:
    return tuple((date.fromisoformat(day), percent) for day, percent in pairs)


def _write(path: Path, data: bytes) -> None:
    """Write whole or not at all: somebody may be reading."""
    part = path.with_suffix(f"{path.suffix}.{threading.get_ident()}.part")
    part.write_bytes(data)
    part.replace(path)


def _day(value: object) -> str:
    assert isinstance(value, date)
    return value.isoformat()
