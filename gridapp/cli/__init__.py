"""The commands (命令): what offices script against (interface.md)."""
