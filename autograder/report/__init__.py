"""What came of a class, for the people who teach it and for those who learn: report, feedback, exports."""
