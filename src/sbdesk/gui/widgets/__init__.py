"""The desk's own widgets, each small and none of them knowing a service."""
