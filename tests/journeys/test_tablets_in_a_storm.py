"""Twenty tablets send at once over a line that breaks, the signals run, the server is killed: no answer is lost."""

from motcua.bench.tablets import storm
from motcua.runtime.testing.product import new_product


def test_no_answer_of_twenty_tablets_is_lost_or_doubled() -> None:
    with new_product() as product:
        product.start()
        told = storm(product, tablets=20, entries=11)
    assert told.cuts > 0
    assert told.well, told.as_rows()
