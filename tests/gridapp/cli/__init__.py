"""The commands (命令), as scripts see them."""
