"""The parts that persons are found with: words beside names, names, posts, and the ways they are put together."""
