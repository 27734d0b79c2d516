"""Judge training loops by hand: the right one, every wrong one that has a name, and the rest.

A loop is a handful of choices (`loop`); its numbers on a case are worked out (`plan`, `gradient`, `simulate`,
`notes`) and compared with those observed (`observed`, `match`). A match is told in words (`explain`); rows that
nobody announced are read off the losses (`inference`, `rows`).
"""
