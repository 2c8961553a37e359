"""Charts (统计图): each said as data first, then drawn by one widget a kind; every mark opens its cases."""
