"""The commands of `build.py`, a module each; `cli` lists them and says what a module must have."""
