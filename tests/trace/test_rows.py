"""Rows are told by their numbers, in any order and after a change of dtype."""

import numpy as np

from autograder.trace.rows import RowIndex


def found(data, batch):
    (rows,) = RowIndex(data).find(batch, [len(batch)])
    return None if rows is None else rows.tolist()


def test_rows_that_only_float64_tells_apart_are_not_taken_for_each_other():
    data = np.array([[1.0], [2.0], [1.0 + 1e-12]])
    assert found(data, data[[2, 1, 0]]) == [2, 1, 0]


def test_a_change_of_dtype_does_not_hide_rows():
    data = np.random.default_rng(0).normal(size=(50, 3))
    order = np.random.default_rng(1).permutation(50)
    assert found(data, data[order].astype(np.float32)) == order.tolist()


def test_rows_that_occur_twice_are_told_by_their_order_also_after_a_change_of_dtype():
    data = np.array([[1 / 3], [2.0], [1 / 3]])
    assert found(data, data.astype(np.float32)) == [0, 1, 2]


def test_numbers_that_are_no_row_are_not_found():
    assert found(np.array([[1.0], [2.0]]), np.array([[1.0], [3.0]])) is None
