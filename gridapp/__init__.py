"""Township governance records (乡镇基层治理台账): rules and use cases, neither Qt nor SQL."""
