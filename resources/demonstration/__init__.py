"""The demonstration office (演示单位): two towns' invented ledgers and the script that writes them."""
