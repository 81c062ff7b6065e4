"""What a figure about customers stands on: who does not report it, and whether it comes from a sample."""

from dataclasses import dataclass

from analytics.numbers import exact_count


@dataclass(frozen=True)
class Coverage:
    """How many customers a distribution is read from where that is a sample, and the currency that groups digits."""

    currency: str
    sample: int | None = None

    @property
    def mark(self) -> str:
        """What stands before a figure that comes from a sample."""
        return "~" if self.sample else ""

    def count(self, number: float) -> str:
        """A number of customers in full, marked where it comes from a sample."""
        return f"{self.mark}{exact_count(number, self.currency)}"

    def note(self, unreported: float, what: str, *more: str) -> str:
        """How many report nothing, what else is to be said, and where the figures come from."""
        silent = f"{self.count(unreported)} {'customer reports' if unreported == 1 else 'customers report'} no {what}."
        drawn = f"~ From a random sample of {exact_count(self.sample or 0, self.currency)} customers."
        said = [silent if unreported else "", *more, drawn if self.sample else ""]
        return " ".join(part for part in said if part)
