"""Grading: learners' code run contained, its observations judged outside."""
