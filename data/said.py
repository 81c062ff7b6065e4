"""What is said outside of a file about how it is written."""

from dataclasses import dataclass, field

from data.dataset import DataSet, Mapped


@dataclass(frozen=True)
class Said:
    """What is said outside of the file: the data set, its word on this source, the settings, the account."""

    dataset: DataSet = field(default_factory=DataSet)
    mapped: Mapped | None = None
    date_format: str | None = None
    currency: str = "INR"
    account: str = ""

    @property
    def order(self) -> str | None:
        """The order of day, month and year, where the file does not show it."""
        return (self.mapped and self.mapped.date_format) or self.dataset.date_format or self.date_format

    @property
    def decimal(self) -> str | None:
        """The decimal mark, where somebody said it."""
        return (self.mapped and self.mapped.decimal) or self.dataset.decimal
