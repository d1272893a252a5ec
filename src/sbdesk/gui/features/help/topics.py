"""Reads the help pages and finds words in them."""

from __future__ import annotations

from dataclasses import dataclass

from sbdesk import paths
from sbdesk.domain.sort_keys import text_key


@dataclass(frozen=True, slots=True)
class Topic:
    """One page: ``key`` is the file's name without the number that orders it, ``title`` its first heading."""

    key: str
    title: str
    text: str


def read_topics() -> tuple[Topic, ...]:
    """Every page of ``resources/help``, in file name order. ValueError for one without heading."""
    topics = []
    for file in sorted((paths.resources() / "help").glob("*.md")):
        text = file.read_text(encoding="utf-8")
        first, _, _ = text.partition("\n")
        if not first.startswith("# "):
            raise ValueError(f"{file.name} does not begin with a heading")
        topics.append(Topic(file.stem.partition("-")[2], first[2:].strip(), text))
    return tuple(topics)


def found(topics: tuple[Topic, ...], text: str) -> tuple[Topic, ...]:
    """The pages that hold every word, those with the words in the title first."""
    words = text_key(text).split()
    hits = [topic for topic in topics if all(word in text_key(topic.text) for word in words)]
    return tuple(sorted(hits, key=lambda topic: not all(word in text_key(topic.title) for word in words)))
