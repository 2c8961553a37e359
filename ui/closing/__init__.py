"""The months and their closing (月报与关账): what is ready, who signs, what was kept, what came later."""
