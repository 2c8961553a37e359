"""Pages (版面): what is printed, told once in blocks, for the printer, the preview and the PDF alike."""
