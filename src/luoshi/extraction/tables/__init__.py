"""Tables of indicators: their cells, what the head says of them, and the statements that their rows make."""
