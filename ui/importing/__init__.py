"""Importing ledgers (导入台账): a file, its columns, what would happen, and taking a batch back."""
