"""What is told of the time that tests take."""

from tests.costs import LIST, read_costs

PRINTED = """
1.50s setup    tests/render/test_html.py::test_shown[a]
0.50s call     tests/render/test_html.py::test_shown[a]
0.40s call     tests/render/test_html.py::test_shown[b - c]
0.01s call     tests/rules/test_near.py::TestDays::test_one
3 passed in 2.00s
"""


def test_each_function_is_told_in_all_and_for_each_parameter():
    costs = read_costs(PRINTED.splitlines(keepends=True))
    assert costs["tests/render/test_html.py::test_shown"] == (2.4, 1.2)
    assert costs["tests/rules/test_near.py::TestDays::test_one"] == (0.01, 0.01)
    assert len(costs) == 2


def test_the_files_of_what_is_called_long_are_there():
    root = LIST.parents[1]
    files = {line.partition("::")[0] for line in LIST.read_text(encoding="utf-8").split()}
    assert not [file for file in sorted(files) if not (root / file).is_file()]
