"""Makes tests importable by name, so that helpers are shared as `from tests.hugo import build`."""
