"""The registers (名录与流水台账): one file a kind; their columns are data in `resources/ledgers`."""
