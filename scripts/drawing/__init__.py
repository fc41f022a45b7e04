"""Pictures of the notes in content/: shapes, charts and the pictures themselves."""
