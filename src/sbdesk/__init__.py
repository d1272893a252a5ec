"""sbdesk: a desk for officers who run state grants."""

__version__ = "0.1.0"
