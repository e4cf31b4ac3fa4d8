"""What ``luoshi --help`` and ``luoshi COMMAND --help`` say; each language is loaded only when asked for."""
