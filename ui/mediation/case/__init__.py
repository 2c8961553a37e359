"""One screen that shows a whole dispute (纠纷办理)."""
