"""Expense class and planned dates of the 23 activities: INVENTED for the demo, the published plan has neither.

Building and dredging is taken as investment, everything else as recurrent; dates are what such work usually takes.
"""

from datetime import date

from rules.expense_class import ExpenseClass

_R, _I = ExpenseClass.RECURRENT, ExpenseClass.INVESTMENT

# activity number: expense class, planned start, planned end
PLAN_EXTRA: dict[int, tuple[ExpenseClass, date, date]] = {
    1: (_R, date(2020, 11, 1), date(2021, 6, 30)),
    2: (_R, date(2020, 12, 1), date(2021, 7, 31)),
    3: (_I, date(2020, 11, 1), date(2021, 4, 30)),
    4: (_R, date(2020, 11, 1), date(2021, 4, 30)),
    5: (_R, date(2020, 11, 1), date(2021, 8, 31)),
    6: (_R, date(2020, 11, 1), date(2021, 8, 31)),
    7: (_R, date(2020, 10, 1), date(2021, 1, 31)),
    8: (_I, date(2020, 10, 1), date(2021, 9, 30)),
    9: (_I, date(2020, 10, 1), date(2021, 2, 28)),
    10: (_I, date(2020, 10, 1), date(2021, 1, 31)),
    11: (_I, date(2020, 10, 1), date(2021, 3, 31)),
    12: (_I, date(2020, 10, 1), date(2021, 3, 31)),
    13: (_I, date(2020, 11, 1), date(2021, 8, 31)),
    14: (_I, date(2020, 11, 1), date(2021, 8, 31)),
    15: (_I, date(2020, 11, 1), date(2021, 9, 30)),
    16: (_R, date(2020, 10, 1), date(2021, 8, 31)),
    17: (_R, date(2020, 11, 1), date(2021, 6, 30)),
    18: (_R, date(2020, 10, 1), date(2021, 9, 30)),
    19: (_R, date(2020, 10, 1), date(2020, 12, 31)),
    20: (_I, date(2020, 11, 1), date(2021, 9, 30)),
    21: (_I, date(2020, 11, 1), date(2021, 9, 30)),
    22: (_R, date(2020, 11, 1), date(2021, 8, 31)),
    23: (_R, date(2020, 11, 1), date(2021, 8, 31)),
}
