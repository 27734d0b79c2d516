"""The one exception that the `autograder` command shows as a plain line."""


class UserError(Exception):
    """Something that the person at the keyboard can put right: the message says what, where and how."""
