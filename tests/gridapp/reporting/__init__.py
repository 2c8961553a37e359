"""Tables out (报表输出)."""
