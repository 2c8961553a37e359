"""What people do with cases (用例): each use case is told who acts and by which clock."""
