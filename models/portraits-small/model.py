"""The portraits for phones: half of the work and of the download."""

from dataclasses import replace

from models.portraits.model import MODEL as LARGE

MODEL = replace(
    LARGE,
    id="portraits-small",
    version="0.2.0",
    name="Small portraits",
    family=replace(LARGE.family, sizes=replace(LARGE.family.sizes, channels=(48, 80, 128))),
    recipe=LARGE.recipe | {"guidance": 1, "seed": 9},
    bars={"bytes": 4_500_000, "multiplyAdds": 80_000_000},
)
