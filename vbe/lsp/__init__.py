"""A language server for editors: what is wrong as you type, completion, explanations and definitions of ids."""
