"""What is doubtful in the data (数据疑点): figures and records that can hardly be, each with its list."""
