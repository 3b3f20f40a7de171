"""The network of the judges that read what a picture shows. Each model trains one of its own."""

import torch
from torch import nn
from torch.nn import functional

WIDTHS = (32, 64, 96, 128, 160, 192)
POOL_AFTER = (1, 3)  # 32 -> 16 -> 8 pixels along each side


class Judge(nn.Module):
    """Pictures [N, 3, 32, 32] in [-1, 1] -> features [N, 384] -> logits [N, V]."""

    def __init__(self, words: int, widths: tuple[int, ...] = WIDTHS):
        super().__init__()
        layers = []
        for index, (entering, leaving) in enumerate(zip((3, *widths[:-1]), widths, strict=True)):
            layers += [nn.Conv2d(entering, leaving, 3, padding=1, bias=False)]
            layers += [nn.BatchNorm2d(leaving), nn.ReLU()]
            if index in POOL_AFTER:
                layers += [nn.MaxPool2d(2)]
        # Quarters of the 8x8 map are kept apart: a beard is below, a hat is above.
        self.body = nn.Sequential(*layers, nn.AdaptiveAvgPool2d(4), nn.Flatten())
        self.mix = nn.Sequential(nn.Linear(widths[-1] * 16, 384), nn.ReLU())
        self.head = nn.Linear(384, words)

    def features(self, pictures: torch.Tensor) -> torch.Tensor:
        return self.mix(self.body(pictures))

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        return self.head(functional.dropout(self.features(pictures), 0.2, self.training))
