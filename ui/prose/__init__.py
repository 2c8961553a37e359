"""The report in words (文字材料): a text in which every number opens its cases."""
