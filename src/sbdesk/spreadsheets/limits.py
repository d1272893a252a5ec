"""How much of a received file is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """Far above any ledger that a region sends, far below what hurts the computer. Bytes, counts, seconds."""

    file_bytes: int = 100 * MEGABYTE
    entries: int = 2_000
    part_bytes: int = 400 * MEGABYTE
    """One inflated part; 500 000 rows of twelve columns take about 250 MB."""
    package_bytes: int = 600 * MEGABYTE
    ratio: int = 150
    """Inflated to compressed, for parts over a megabyte; real sheets lie between 5 and 20."""
    sheets: int = 200
    columns: int = 1_024
    rows: int = 1_048_576
    grid_cells: int = 16_000_000
    """Rows × columns of the smallest rectangle round the cells: what the parser allocates, 24 bytes each."""
    faults: int = 10_000
    xml_depth: int = 256
    merged_ranges: int = 100_000
    message_bytes: int = 32 * MEGABYTE
    memory_bytes: int = 1 << 30
    cpu_seconds: int = 60
    wall_seconds: float = 60.0
    written_bytes: int = MEGABYTE
    """The child has nothing to write; a little room for what a test harness records."""
