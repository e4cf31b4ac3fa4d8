"""The country as data: each table one CSV file with sources, and one module that reads it."""
