"""The parts that bodies are found with: whose they are, how they are called, what they answer for."""
