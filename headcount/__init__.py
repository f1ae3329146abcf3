"""Headcount: layoff timelines in which every number leads to the sentence that says it."""

__version__ = "0.1.0"
