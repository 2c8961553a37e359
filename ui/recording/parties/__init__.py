"""The people and bodies that a case names (当事人、信访人): entered as rows, each with its details."""
