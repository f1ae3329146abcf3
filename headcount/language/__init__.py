"""The shared grammar: what words, numbers, dates and names mean, wherever they stand."""
