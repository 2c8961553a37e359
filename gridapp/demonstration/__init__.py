"""The demonstration office (演示办公室): two towns' invented ledgers, and what their mediators did."""
