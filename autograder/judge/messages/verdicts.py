"""What is said about verdicts: on the claims on trial, and on the broken loops of the bug hunt."""


def claim_wrong(number: int, word: str, shown_by: str) -> str:
    return (
        f"Claim {number}: you ruled “{word}”, and its experiment shows something else. "
        f"Look again at {shown_by}. "
        "Ask of which loop the claim speaks, and whether it holds in every one."
    )


def claim_unread(number: int, word: str) -> str:
    return f"Claim {number}: “{word}” is no verdict that can be read. Write true, false or depends."


def claims_open(numbers: list[int]) -> str:
    listed = ", ".join(map(str, numbers))
    return f"Still without a verdict: {'claim' if len(numbers) == 1 else 'claims'} {listed}. Run the experiment, then rule."


def bug_wrong(label: str, said: str) -> str:
    return (
        f"Loop {label}: “{said}” is not what its trace shows first. "
        "A cause stands at the beginning of a chain: what you see later in the loss may only follow from it. "
        "Record the loop once more, and compare rows, updates and gradients with those of a right one, in this order."
    )


def bug_unread(label: str, said: str) -> str:
    return f"Loop {label}: “{said}” is none of the finding codes. Take one of the codes that the notebook lists, written as it stands there."


def bugs_open(labels: list[str], others: list[str]) -> str:
    """labels: of the loops without a diagnosis; others: what stands in the place of a loop's letter, and is none."""
    strange = f" There is no loop called {' or '.join(others[:3])}: each diagnosis stands under its loop's letter." if others else ""
    return f"Still without a diagnosis: {', '.join(labels)}.{strange} Record the loop, look at its trace, then name the cause."
