"""MET: symbol, number, session, dates and agenda item, held against each other."""
