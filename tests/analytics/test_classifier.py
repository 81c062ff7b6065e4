import subprocess
import sys

from analytics import classifier
from tests.analytics.scored import real_leads

WITHOUT_SKLEARN = """
import sys
from analytics import classifier
classifier.operating_points([0, 1], [0.2, 0.7])
classifier.auc([0, 1], [0.2, 0.7])
assert "sklearn" not in sys.modules
"""


def test_counts_per_score_tell_what_the_real_rows_tell() -> None:
    leads = real_leads()
    rows = (leads["actual_converted"], leads["predicted_probability"])
    counted = leads.groupby(["actual_converted", "predicted_probability"], as_index=False).size()
    columns = (counted["actual_converted"], counted["predicted_probability"])
    for measure in (classifier.auc, classifier.youden, classifier.operating_points, classifier.roc):
        assert str(measure(*columns, weight=counted["size"])) == str(measure(*rows))


def test_scikit_learn_is_not_imported_before_it_is_used() -> None:
    subprocess.run([sys.executable, "-c", WITHOUT_SKLEARN], check=True)
