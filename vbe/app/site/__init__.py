"""`vbe site`: a repository → the files of its site (`making`), the folder that they are written to (`writing`), and the proof."""
