"""All attempts."""

from tests.attacks import accidents, disrupting, escaping, forging

ATTEMPTS = [*forging.ATTEMPTS, *escaping.ATTEMPTS, *disrupting.ATTEMPTS, *accidents.ATTEMPTS]
KINDS = {"forge": "marks for nothing", "escape": "reach outside", "disrupt": "end or stall the class", "accident": "honest work, an accident"}
