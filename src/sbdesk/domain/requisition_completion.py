"""Says to a recipient what its requisition lacks, in words for a letter instead of those for the desk."""

from __future__ import annotations

from sbdesk.domain.findings import Finding
from sbdesk.domain.ore import format_kronor

_PLAIN = {
    "R05": "Besked om vem som är ert ombud i e-tjänsten.",
    "R06": "Rätt nummer på utbetalningskontot. Kontrollsiffran stämmer inte.",
}


def asked_for(finding: Finding) -> str:
    """What the recipient is asked to send; empty when a completion cannot answer the finding."""
    if finding.code == "R03":
        missing = finding.evidence.get("missing")
        return f"Uppgifter som saknas: {', '.join(missing)}." if isinstance(missing, list) else ""
    if finding.code == "R04":
        ceiling = finding.evidence.get("allotted_ore")
        part = str(finding.evidence.get("part") or "")
        if not isinstance(ceiling, int):
            return ""
        return f"Ett rättat belopp {part}".rstrip() + f": högst {format_kronor(ceiling)}."
    if finding.code == "R09":
        return "Rätt belopp. Delarna är tillsammans inte lika mycket som det rekvirerade beloppet."
    return _PLAIN.get(finding.code, "")
