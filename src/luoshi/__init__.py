"""Luoshi 落实 reads development plans and follows them through to delivery."""
