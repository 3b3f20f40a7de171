"""Measures of generated pictures against real ones. Features and pictures are rows: [N, D]."""

import torch


def moments(features: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
    """Mean [D] and covariance [D, D], float64."""
    features = features.double()
    return features.mean(0), features.T.cov()


def root(matrix: torch.Tensor) -> torch.Tensor:
    """Symmetric square root of a positive semi-definite matrix."""
    values, vectors = torch.linalg.eigh(matrix)
    return vectors * values.clamp(min=0).sqrt() @ vectors.T


def frechet_distance(first: torch.Tensor, second: torch.Tensor) -> float:
    """|m1 - m2|^2 + tr(C1 + C2 - 2 (C1 C2)^(1/2)) of Gaussians fitted to both, arXiv 1706.08500."""
    (mean_1, covariance_1), (mean_2, covariance_2) = moments(first), moments(second)
    root_1 = root(covariance_1)
    # tr (C1 C2)^(1/2) = tr (R C2 R)^(1/2) with R = C1^(1/2), which is symmetric.
    cross = torch.linalg.eigvalsh(root_1 @ covariance_2 @ root_1).clamp(min=0).sqrt().sum()
    gap = (mean_1 - mean_2).square().sum()
    return (gap + covariance_1.trace() + covariance_2.trace() - 2 * cross).item()


def nearest_distances(pictures: torch.Tensor, training: torch.Tensor) -> torch.Tensor:
    """Euclidean distance of each picture to the nearest training picture: [N]."""
    return torch.cdist(pictures, training).amin(1)


def near_copies(
    pictures: torch.Tensor, held_out: torch.Tensor, training: torch.Tensor, quantile: float
) -> dict[str, float]:
    """Share of pictures closer to a training picture than `quantile` of the held-out ones are.

    A model that copies nothing gets about `quantile` (that is what held-out pictures get).
    """
    reference = nearest_distances(held_out, training)
    distances = nearest_distances(pictures, training)
    threshold = reference.quantile(quantile)
    return {
        "quantile": quantile,
        "threshold": threshold.item(),
        "share": (distances < threshold).float().mean().item(),
        "shareHeldOut": (reference < threshold).float().mean().item(),
        "meanDistance": distances.mean().item(),
        "meanDistanceHeldOut": reference.mean().item(),
    }


def mean_pairwise_distance(pictures: torch.Tensor) -> float:
    """Over all pairs of different rows."""
    return torch.pdist(pictures).mean().item()


def diversity(
    pictures: torch.Tensor, labels: torch.Tensor, real: torch.Tensor, real_labels: torch.Tensor
) -> list[float]:
    """Per class, the mean pairwise distance of the pictures over that of real ones."""
    return [
        mean_pairwise_distance(pictures[labels == label]) / mean_pairwise_distance(real[real_labels == label])
        for label in labels.unique()
    ]


def distances(real: torch.Tensor, held_out: torch.Tensor, drawn: torch.Tensor) -> dict[str, float]:
    """Frechet distance of what is drawn to the real training pictures, over that of real ones that were held out.
    Features, [N, D] each."""
    distance, floor = (frechet_distance(which, real) for which in (drawn, held_out))
    return {"frechetDistance": distance, "frechetFloor": floor, "frechetOverFloor": distance / floor}


def rounded(value):
    """Four digits after the point, at any depth."""
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {str(key): rounded(entry) for key, entry in value.items()}
    return value


def significant(value):
    """Six significant digits, at any depth."""
    if isinstance(value, float):
        return float(f"{value:.6g}")
    if isinstance(value, dict):
        return {key: significant(entry) for key, entry in value.items()}
    return [significant(entry) for entry in value] if isinstance(value, list) else value
