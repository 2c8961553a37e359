"""The page of the months and their closing (月报与关账), and corrections of closed months."""
