"""Tests, by kind.

unit: mirrors the package; one module under test.  properties: Hypothesis.  golden: whole
documents of the hard areas, against stored ones.  functional: the command line as a user types
it.  architecture: layers, bans and sizes.  packaging: locks and the wheel.  support: builders and
helpers; no tests.
"""
