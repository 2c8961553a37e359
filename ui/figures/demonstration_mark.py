"""The mark of invented figures (演示数据), which goes with them wherever they are pasted or saved."""

DEMONSTRATION = "演示数据"
