"""A pytest plugin that puts the sandbox in nbgrader's place for nbgrader's own tests:

    pytest -p tests.grade.nbgrader_plugin --pyargs nbgrader.tests.apps.test_nbgrader_autograde
"""

from nbgrader.converters.autograde import Autograde
from traitlets.config import Config

from autograder.grade import use_sandbox

_config = Config()
use_sandbox(_config)
for _name in ("sanitize_preprocessors", "autograde_preprocessors"):
    _trait = Autograde.class_traits()[_name]
    _trait.default_args = (list(_config.Autograde[_name]),)
