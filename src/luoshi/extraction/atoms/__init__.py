"""Atoms: findings that the text alone gives. No atom knows another."""
