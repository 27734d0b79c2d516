"""Attempts to reach over a wall: code for a learner's cell, which prints REACHED where it gets through.

`{secret}` and the like are filled in by the test, with things of the grader's machine.
"""

PROBES = {
    "read_the_gradebook": "print('REACHED' if b'SECRET' in open({gradebook!r}, 'rb').read() else '')",
    "read_another_submission": "import os\nprint('REACHED' if os.listdir({submitted!r}) else '')",
    "read_the_solutions": "import glob\nprint('REACHED' if glob.glob({root!r} + '/solutions/*.py') else '')",
    "import_the_judge": "import autograder.judge\nprint('REACHED')",
    "read_the_graders_source": "import glob\nprint('REACHED' if glob.glob({root!r} + '/autograder/grade/*.py') else '')",
    "read_a_process_environment": """
import glob
for path in glob.glob('/proc/[0-9]*/environ'):
    try:
        if b'GRADER_SECRET' in open(path, 'rb').read():
            print('REACHED')
    except OSError:
        pass
""",
    "see_other_processes": "import os\nprint('REACHED' if {pid!r} in os.listdir('/proc') else '')",
    "signal_the_grader": "import os\nos.kill({pid}, 0)\nprint('REACHED')",
    "connect_to_a_port": "import socket\nsocket.create_connection(('127.0.0.1', {port}), timeout=2)\nprint('REACHED')",
    "connect_to_an_abstract_socket": "import socket\ns = socket.socket(socket.AF_UNIX)\ns.connect('\\0' + {abstract!r})\nprint('REACHED')",
    "look_into_the_graders_folder": "import os\nprint('REACHED' if os.listdir({folder!r}) else '')",
    "write_into_the_graders_folder": "open({folder!r} + '/left', 'w').write('x')\nprint('REACHED')",
    "write_where_libraries_lie": "import numpy, os\npath = os.path.dirname(numpy.__file__) + '/left_by_a_test'\nopen(path, 'w').close()\nos.remove(path)\nprint('REACHED')",
    "keep_shared_memory": "import os\nprint('REACHED' if os.path.exists('/dev/shm/' + {shm!r}) else '')",
    "keep_a_message_queue": """
import ctypes
libc = ctypes.CDLL(None, use_errno=True)
print('REACHED' if libc.shmget({key}, 1, 0) >= 0 else '')
""",
}

SELF_EVIDENT = {
    "be_root_on_the_machine": """
import os
try:
    os.setuid(0)
    print('REACHED')
except OSError:
    pass
""",
    "make_a_user_namespace": "import ctypes\nprint('REACHED' if ctypes.CDLL(None).unshare(0x10000000) == 0 else '')",
    "mount": "import ctypes\nprint('REACHED' if ctypes.CDLL(None).mount(b'none', b'/tmp', b'tmpfs', 0, b'') == 0 else '')",
    "change_the_host_name": "import socket\nsocket.sethostname('mine')\nprint('REACHED')",
    "write_kernel_settings": "open('/proc/sys/kernel/core_pattern', 'w').write('|/bin/sh')\nprint('REACHED')",
}
"""What even the grader without walls may not do, unless it is root: tried inside only."""
