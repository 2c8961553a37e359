"""Printing (打印): the preview, the printer, and the same pages as PDF."""
