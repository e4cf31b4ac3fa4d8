"""The parts that pledges are found with: who speaks, from where to where, and whether it commits anybody."""
