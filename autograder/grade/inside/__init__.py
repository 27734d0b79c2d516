"""What runs inside the sandbox: the fork server, the warden of one submission, and its runner.

Nothing here imports the judge, nbgrader, or the rest of `autograder.grade`, none of which are visible inside.
Three fixed roles, each a process:

zygote: a fresh interpreter with everything loaded, which forks a warden for each submission.
warden: keeps one submission to its limits; runs no learner's code; answers to the grader.
runner: process 1 of its own namespaces, without privileges; runs the learner's code.
"""
