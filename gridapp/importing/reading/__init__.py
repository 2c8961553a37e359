"""Reading files (读取文件): whatever an office hands over, as sheets of rows; workbooks in a process of their own."""
