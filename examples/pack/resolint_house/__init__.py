"""The rules of a house style."""
