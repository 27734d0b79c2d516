# Submitted as it came: nothing attempted.
# name: Wanja Kamau
# submits: 01 02
# loses 01: *
# loses 02: *
# finds 01.forward: not-attempted
# finds 01.mse: not-attempted
# finds 01.gradients: not-attempted
# finds 01.update: not-attempted
# finds 02.updates_per_epoch: not-attempted
# finds 02.total_updates: not-attempted
# finds 02.batches: not-attempted
# finds 02.train: not-attempted
