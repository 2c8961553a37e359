"""The first page (首页): what is due."""
