"""Numbers with all that makes them quantities: scale, unit, bounds, measure, rank."""
