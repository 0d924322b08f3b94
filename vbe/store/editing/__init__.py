"""Writing: one layout for all files, minimal edits that keep every comment, and a door that writes a file whole or not at all."""
