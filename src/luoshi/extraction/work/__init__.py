"""How a clause of work is read: its words, its predicate, its phrases, its pieces, its time."""
