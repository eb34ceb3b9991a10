"""The file: guarded reading, canonical writing, migrations, the durable save. No Qt."""
