"""Someone who believes every claim."""

verdicts = {number: "true" for number in range(1, 24)}
