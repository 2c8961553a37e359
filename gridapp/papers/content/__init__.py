"""What papers say (文书内容): for each form the occasions of a case and the words of every placeholder."""
