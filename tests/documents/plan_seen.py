"""What the tests of messy plans look at: budgets in baht, doubts with their rows, totals beside sums."""

FARMING = "โครงการส่งเสริมและพัฒนาด้านการเกษตร"


def budgets(reading):
    return {row.no: row.budget_satang // 100 for row in reading.rows}


def remarks(reading):
    return [(doubt.code, doubt.row, doubt.is_left_out) for doubt in reading.doubts]


def totals(reading):
    return [(total.row, total.printed_satang // 100, total.summed_satang // 100) for total in reading.totals]
