"""The verdicts as the experiments show them, keyed by number."""

verdicts = {
    1: "true", 2: "true", 3: "true", 4: "false", 5: "false", 6: "true", 7: "true", 8: "true",
    9: "true", 10: "false", 11: "false", 12: "true", 13: "true", 14: "false", 15: "depends", 16: "depends",
    17: "true", 18: "true", 19: "false", 20: "false", 21: "false", 22: "false", 23: "depends",
}
