"""What people do with grid events alone (网格事件)."""
