"""The field's own rules: kinds of case, their fields, states, periods and words."""
