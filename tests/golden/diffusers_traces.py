"""Writes tests/golden/diffusers-traces.json: runs of the real diffusers' schedulers, step by step.

Every trace is one run on a tensor of 16 values. The "network" is a formula (see `denoised`), said in the words of the
prediction type that the scheduler wants. Kept are the level of every call, x before every step and at the end, what the
network said, and the noise that was drawn, as float32 in base64, so that each step can be made again from the same
input, and the whole run from its seed.

    python3 tests/golden/diffusers_traces.py
"""

from __future__ import annotations

import base64
import itertools
import json
import math
import warnings
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import diffusers
import numpy as np
import torch
from diffusers import (
    DDIMInverseScheduler,
    DDIMScheduler,
    DDPMScheduler,
    DEISMultistepScheduler,
    DPMSolverMultistepScheduler,
    DPMSolverSinglestepScheduler,
    EDMDPMSolverMultistepScheduler,
    EDMEulerScheduler,
    EulerAncestralDiscreteScheduler,
    EulerDiscreteScheduler,
    FlowMatchEulerDiscreteScheduler,
    FlowMatchHeunDiscreteScheduler,
    HeunDiscreteScheduler,
    IPNDMScheduler,
    KDPM2AncestralDiscreteScheduler,
    KDPM2DiscreteScheduler,
    LCMScheduler,
    LMSDiscreteScheduler,
    PNDMScheduler,
    TCDScheduler,
    UniPCMultistepScheduler,
)
from diffusers.schedulers.deprecated.scheduling_karras_ve import KarrasVeScheduler

warnings.filterwarnings("ignore")
diffusers.logging.set_verbosity_error()

SHAPE = (1, 1, 4, 4)
SEED = 42
BETAS = {
    "linear": {"beta_schedule": "linear", "beta_start": 1e-4, "beta_end": 0.02},
    "scaled_linear": {"beta_schedule": "scaled_linear", "beta_start": 0.00085, "beta_end": 0.012},
    "squaredcos_cap_v2": {"beta_schedule": "squaredcos_cap_v2"},
    "sigmoid": {"beta_schedule": "sigmoid", "beta_start": 1e-4, "beta_end": 0.02},
}
# Only DDPM's scheduler knows the sigmoid by name; the others are handed its betas.
SIGMOID = {"trained_betas": DDPMScheduler(**BETAS["sigmoid"]).betas.tolist()}
Level = tuple[float, float]


def denoised(x: torch.Tensor, level: Level) -> torch.Tensor:
    """What the made-up network takes for the clean picture; float64. N(0.3, 0.25) would be the first line alone."""
    alpha, sigma = level
    if alpha == 0:
        return torch.full(SHAPE, 0.3, dtype=torch.float64)
    y, s = x.double() / alpha, sigma / alpha
    return 0.3 + 0.25 / (0.25 + s * s) * (y - 0.3) + 0.2 * s / (1 + s) * torch.sin(2 * y / (1 + s))


def predicted(x: torch.Tensor, level: Level, prediction: str) -> torch.Tensor:
    """The same in the words of a prediction type, float32."""
    alpha, sigma = level
    x0 = denoised(x, level)
    if prediction == "sample":
        return x0.float()
    if prediction == "flow":
        return ((x.double() - x0) / sigma).float()
    norm = math.hypot(alpha, sigma)
    epsilon = (x.double() - alpha * x0) / sigma
    return (epsilon if prediction == "epsilon" else (alpha * epsilon - sigma * x0) / norm).float()


# Where a scheduler's call stands, (alpha, sigma), before its step.


def whole(scheduler: Any, call: int, t: torch.Tensor) -> Level:
    bar = scheduler.alphas_cumprod[t].item()
    return math.sqrt(bar), math.sqrt(1 - bar)


def exploding(scheduler: Any, call: int, t: torch.Tensor) -> Level:
    return 1.0, scheduler.sigmas[call].item()


def exploding_middle(scheduler: Any, call: int, t: torch.Tensor) -> Level:
    """DPM2: every second call stands between two sigmas."""
    if call % 2 == 0:
        return exploding(scheduler, call, t)
    ancestral = isinstance(scheduler, KDPM2AncestralDiscreteScheduler)
    return 1.0, scheduler.sigmas_interpol[call - 1 if ancestral else call].item()


def preserving(scheduler: Any, call: int, t: torch.Tensor) -> Level:
    sigma = scheduler.sigmas[call].item()
    return 1 / math.hypot(1, sigma), 1 / math.hypot(1, 1 / sigma) if sigma > 0 else 0.0


def flow(scheduler: Any, call: int, t: torch.Tensor) -> Level:
    sigma = scheduler.sigmas[call].item()
    return 1 - sigma, sigma


def own_betas(scheduler: Any, call: int, t: torch.Tensor) -> Level:
    """iPNDM keeps its own alphas and "betas" (sigmas), one a step."""
    return scheduler.alphas[call].item(), scheduler.betas[call].item()


@dataclass
class Case:
    name: str
    sampler: str
    scheduler: Any
    levels: Callable[[Any, int, torch.Tensor], Level]
    steps: int = 6
    prediction: str = "epsilon"
    # What the engine is told, in its own words.
    options: dict = field(default_factory=dict)
    step_options: dict = field(default_factory=dict)
    second_calls: Callable[[int], bool] = lambda call: False
    end: Callable[[Any], Level] = lambda scheduler: (1.0, 0.0)
    # The run does not end where the engine's would: the steps are checked from the levels of the trace.
    from_trace: bool = False


def packed(tensors: list[torch.Tensor]) -> str:
    values = [tensor.reshape(-1).numpy() for tensor in tensors]
    return base64.b64encode(np.concatenate(values).astype("<f4").tobytes()).decode() if values else ""


def rounded(level: Level) -> list[float]:
    return [float(f"{value:.9g}") for value in level]


def trace(case: Case) -> dict:
    scheduler = case.scheduler
    scheduler.set_timesteps(case.steps)
    generator = torch.Generator().manual_seed(SEED)
    x = torch.randn(SHAPE, generator=generator) * scheduler.init_noise_sigma
    takes_generator = "generator" in scheduler.step.__code__.co_varnames
    xs, outputs, noises, calls = [], [], [], []
    step = -1
    for call, t in enumerate(scheduler.timesteps):
        level = case.levels(scheduler, call, t)
        second = case.second_calls(call)
        if not second:
            step += 1
            xs.append(x)
        output = predicted(x, level, case.prediction)
        if hasattr(scheduler, "scale_model_input"):
            scheduler.scale_model_input(x, t)
        before = generator.get_state()
        options = dict(case.step_options, **({"generator": generator} if takes_generator else {}))
        x = scheduler.step(output, t, x, **options).prev_sample
        drew = not torch.equal(before, generator.get_state())
        if drew:
            generator_before = torch.Generator()
            generator_before.set_state(before)
            noises.append(torch.randn(SHAPE, generator=generator_before))
        outputs.append(output)
        calls.append([step, *rounded(level), int(drew)])
    return finished(case, xs + [x], outputs, noises, calls, rounded(case.end(scheduler)))


def finished(case: Case, xs: list, outputs: list, noises: list, calls: list, end: list) -> dict:
    finite = all(torch.isfinite(value).all() for value in xs + outputs)
    if not finite:
        return {"name": case.name, "notFinite": True}
    return {
        "name": case.name,
        "scheduler": type(case.scheduler).__name__,
        "sampler": case.sampler,
        "options": {"numSteps": case.steps, **case.options},
        "prediction": case.prediction,
        **({"fromTrace": True} if case.from_trace else {}),
        "calls": calls,
        "end": end,
        "xs": packed(xs),
        "outputs": packed(outputs),
        "noises": packed(noises),
    }


# The cases.


def between_heun_calls(call: int) -> bool:
    return call % 2 == 1


def at_first_timestep(scheduler: Any) -> Level:
    return whole(scheduler, 0, torch.tensor(0))


def settings(betas: str = "linear", spacing: str = "leading", **more) -> dict:
    """Engine options of a run on betas."""
    return {"sigmas": "betas", "betas": betas, "spacing": spacing, **more}


def ranged(scheduler: Any, steps: int, curve: str, **more) -> dict:
    """Engine options of a run on a curve between the ends that diffusers chooses."""
    scheduler.set_timesteps(steps)
    sigmas = scheduler.sigmas[scheduler.sigmas > 0]
    return {"sigmas": curve, "sigmaMin": sigmas.min().item(), "sigmaMax": sigmas.max().item(), **more}


CURVES = {"karras": "use_karras_sigmas", "exponential": "use_exponential_sigmas", "beta": "use_beta_sigmas"}
SPACINGS = ["leading", "linspace", "trailing"]
CLIP = {"thresholding": {"kind": "clip", "range": 0.5}}
DYNAMIC = {"thresholding": {"kind": "dynamic", "quantile": 0.8, "max": 1.5}}
DYNAMIC_THERE = {"thresholding": True, "dynamic_thresholding_ratio": 0.8, "sample_max_value": 1.5}
ZERO_SNR = {"rescale_betas_zero_snr": True}


def axes(
    make: Callable[..., Case], betas: list[str], spacings: list[str], predictions: list[str], native: str
) -> list[Case]:
    """A scheduler's default and each of these options singly, then spacing with every number that divides badly."""
    cases = [make("default", {}, settings(spacing=native))]
    for name in betas:
        # The cosine schedule begins at sigma 20,291, where the last bit of epsilon is 0.001 of x0: it starts lower here.
        there = {"timestep_spacing": "leading"} if name == "squaredcos_cap_v2" else {}
        own = SIGMOID if name == "sigmoid" else BETAS[name]
        cases.append(make(f"betas {name}", {**own, **there}, settings(name, there.get("timestep_spacing", native))))
    cases += [make(f"spacing {name}", {"timestep_spacing": name}, settings(spacing=name)) for name in spacings]
    cases += [
        make(f"spacing {name}, 7 steps", {"timestep_spacing": name}, settings(spacing=name), steps=7)
        for name in spacings
    ]
    return cases + [
        make(f"prediction {name}", {"prediction_type": name}, settings(spacing=native), prediction=name)
        for name in predictions
    ]


def ddpm() -> list[Case]:
    def make(name, config, options, **more) -> Case:
        config = {**BETAS["linear"], "clip_sample": False, **config}
        return Case(f"DDPM: {name}", "ddpm", DDPMScheduler(**config), whole, options=options, **more)

    zero = {**ZERO_SNR, "timestep_spacing": "trailing"}
    return [
        *axes(make, ["scaled_linear", "squaredcos_cap_v2", "sigmoid"], SPACINGS, ["v_prediction", "sample"], "leading"),
        make("fixed_large", {"variance_type": "fixed_large"}, settings(variance="fixed_large")),
        make(
            "fixed_large, trailing",
            {"variance_type": "fixed_large", "timestep_spacing": "trailing"},
            settings(spacing="trailing", variance="fixed_large"),
        ),
        make("clip", {"clip_sample": True, "clip_sample_range": 0.5}, settings(**CLIP)),
        make("dynamic thresholding", DYNAMIC_THERE, settings(**DYNAMIC)),
        make(
            "zero terminal SNR, trailing, v",
            {**zero, "prediction_type": "v_prediction"},
            settings(spacing="trailing", zeroTerminalSnr=True),
            prediction="v_prediction",
        ),
        make(
            "zero terminal SNR, trailing, x0",
            {**zero, "prediction_type": "sample"},
            settings(spacing="trailing", zeroTerminalSnr=True),
            prediction="sample",
        ),
    ]


def ddim() -> list[Case]:
    def end(scheduler) -> Level:
        last = scheduler.timesteps[-1] - 1000 // scheduler.num_inference_steps
        return whole(scheduler, 0, last) if last >= 0 else (1.0, 0.0)

    def make(name, config, options, eta=0.0, **more) -> Case:
        config = {**BETAS["linear"], "clip_sample": False, **config}
        # Epsilon follows from x0 here, so it does there: use_clipped_model_output.
        there = {"eta": eta, "use_clipped_model_output": True}
        options = {**options, "eta": eta}
        return Case(
            f"DDIM: {name}",
            "ddim",
            DDIMScheduler(**config),
            whole,
            options=options,
            step_options=there,
            end=end,
            **more,
        )

    zero = {**ZERO_SNR, "timestep_spacing": "trailing"}
    return [
        *axes(make, ["scaled_linear", "squaredcos_cap_v2", "sigmoid"], SPACINGS, ["v_prediction", "sample"], "leading"),
        make("eta 0.5", {}, settings(), eta=0.5),
        make("eta 1", {}, settings(), eta=1.0),
        *[
            make(f"eta 1, {name}, 7 steps", {"timestep_spacing": name}, settings(spacing=name), eta=1.0, steps=7)
            for name in ["linspace", "trailing"]
        ],
        make("clip", {"clip_sample": True, "clip_sample_range": 0.5}, settings(**CLIP)),
        make("clip, eta 1", {"clip_sample": True, "clip_sample_range": 0.5}, settings(**CLIP), eta=1.0),
        make("dynamic thresholding", DYNAMIC_THERE, settings(**DYNAMIC)),
        *[
            make(
                f"zero terminal SNR, trailing, v, eta {eta:g}",
                {**zero, "prediction_type": "v_prediction"},
                settings(spacing="trailing", zeroTerminalSnr=True),
                prediction="v_prediction",
                eta=eta,
            )
            for eta in [0.0, 0.5, 1.0]
        ],
    ]


def pndm() -> list[Case]:
    def make(name, config, options, **more) -> Case:
        scheduler = PNDMScheduler(**{**BETAS["linear"], "skip_prk_steps": True, **config})
        return Case(
            f"PNDM: {name}",
            "pndm",
            scheduler,
            whole,
            options=options,
            second_calls=lambda call: call == 1,
            end=at_first_timestep,
            **more,
        )

    return [
        # With v upstream averages the v of different levels, which no estimate of x0 can follow.
        *axes(make, ["scaled_linear", "squaredcos_cap_v2", "sigmoid"], [], [], "leading"),
        make("20 steps", {}, settings(), steps=20),
        make("7 steps", {}, settings(), steps=7),
    ]


def ipndm() -> list[Case]:
    def make(name, betas, steps) -> Case:
        bars = DDIMScheduler(**BETAS[betas]).alphas_cumprod.double()
        timesteps = [i * (1000 // steps) for i in reversed(range(steps))]
        sigmas = [math.sqrt(1 - bars[t].item()) for t in timesteps] + [0.0]
        scheduler = IPNDMScheduler(trained_betas=sigmas)
        scheduler.init_noise_sigma = 1.0
        return Case(
            f"iPNDM: {name}",
            "ipndm",
            scheduler,
            own_betas,
            steps=steps,
            prediction="v_prediction",
            options=settings(betas=betas),
        )

    return [
        make("default", "linear", 6),
        make("12 steps", "linear", 12),
        make("betas scaled_linear", "scaled_linear", 6),
    ]


def exploding_family(
    name_there, sampler, scheduler_class, predictions, curves=True, churns=False, **fixed
) -> list[Case]:
    def make(name, config, options, step_options=None, **more) -> Case:
        scheduler = scheduler_class(**{**BETAS["linear"], "timestep_spacing": "linspace", **config})
        more = {"levels": exploding, **fixed, **more}
        return Case(
            f"{name_there}: {name}", sampler, scheduler, options=options, step_options=step_options or {}, **more
        )

    def curve(name, key, config, more_options=None, **more) -> Case:
        config = {**BETAS["linear"], "timestep_spacing": "linspace", CURVES[key]: True, **config}
        options = ranged(scheduler_class(**config), more.get("steps", 6), key, **(more_options or {}))
        return make(name, config, options, **more)

    cases = axes(make, ["scaled_linear", "squaredcos_cap_v2", "sigmoid"], SPACINGS, predictions, "linspace")
    if curves:
        cases += [curve(f"sigmas {key}", key, {}) for key in CURVES]
        cases += [
            curve(
                "sigmas karras, betas scaled_linear, v",
                "karras",
                {**BETAS["scaled_linear"], "prediction_type": "v_prediction"},
                prediction="v_prediction",
            ),
            curve("sigmas karras, 20 steps", "karras", {}, steps=20),
        ]
    if churns:
        some = {"s_churn": 2.0}
        cases += [
            make("churn", {}, settings(spacing="linspace", sChurn=2.0), step_options=some),
            make(
                "churn, temperature, range",
                {},
                settings(spacing="linspace", sChurn=4.0, sTmin=0.5, sTmax=50.0, noiseTemperature=1.003),
                step_options={"s_churn": 4.0, "s_tmin": 0.5, "s_tmax": 50.0, "s_noise": 1.003},
            ),
            curve("churn, sigmas karras", "karras", {}, {"sChurn": 2.0}, step_options=some),
        ]
    return cases


def zero_snr_exploding() -> list[Case]:
    def make(name, sampler, scheduler_class) -> Case:
        config = {**BETAS["linear"], **ZERO_SNR, "timestep_spacing": "trailing", "prediction_type": "v_prediction"}
        options = settings(spacing="trailing", zeroTerminalSnr=True)
        return Case(name, sampler, scheduler_class(**config), exploding, prediction="v_prediction", options=options)

    return [
        make("Euler: zero terminal SNR, trailing, v", "euler", EulerDiscreteScheduler),
        make("Euler ancestral: zero terminal SNR, trailing, v", "euler_ancestral", EulerAncestralDiscreteScheduler),
    ]


def heun_clip() -> list[Case]:
    config = {**BETAS["linear"], "timestep_spacing": "linspace", "clip_sample": True, "clip_sample_range": 0.5}
    options = settings(spacing="linspace", **CLIP)
    return [
        Case(
            "Heun: clip",
            "heun",
            HeunDiscreteScheduler(**config),
            exploding,
            options=options,
            second_calls=between_heun_calls,
        )
    ]


def edm_euler() -> list[Case]:
    """EDM's Euler is Euler on its own curves. It is handed x0, which its preconditioning would give."""

    class Handed(EDMEulerScheduler):
        def step(self, model_output, timestep, sample, generator=None, **options):
            return super().step(
                model_output, timestep, sample, generator=generator, pred_original_sample=model_output, **options
            )

    return [
        Case(
            f"EDM Euler: sigmas {curve}",
            "euler",
            Handed(sigma_min=0.01, sigma_max=40.0, sigma_schedule=curve),
            exploding,
            prediction="sample",
            options={"sigmas": curve, "sigmaMin": 0.01, "sigmaMax": 40.0},
            # Its first noise is scaled by sqrt(sigma^2 + 1) all the same.
            from_trace=True,
        )
        for curve in ["karras", "exponential"]
    ]


def edm_dpm() -> list[Case]:
    """EDM's DPM++ 2M is ours at alpha = 1. It is handed x0 likewise."""

    class Handed(EDMDPMSolverMultistepScheduler):
        def convert_model_output(self, model_output, sample=None):
            return model_output

    return [
        Case(
            f"EDM DPM++ 2M: sigmas {curve}, {algorithm}",
            sampler,
            Handed(sigma_min=0.01, sigma_max=40.0, sigma_schedule=curve, algorithm_type=algorithm),
            exploding,
            prediction="sample",
            options={"sigmas": curve, "sigmaMin": 0.01, "sigmaMax": 40.0},
            from_trace=True,
        )
        for curve in ["karras", "exponential"]
        for algorithm, sampler in [("dpmsolver++", "dpmpp_2m"), ("sde-dpmsolver++", "dpmpp_2m_sde")]
    ]


def edm_heun(churn: float, steps: int, noise: float) -> dict:
    """Algorithm 2 of Karras et al. as diffusers' (deprecated) KarrasVeScheduler makes it, on the Karras curve."""
    scheduler = KarrasVeScheduler(s_churn=churn, s_min=0.05, s_max=50.0, s_noise=noise)
    scheduler.set_timesteps(steps)
    ramp = np.linspace(0, 1, steps)
    sigmas = ((40.0 ** (1 / 7) + ramp * (0.01 ** (1 / 7) - 40.0 ** (1 / 7))) ** 7).astype(np.float32).tolist() + [0.0]
    generator = torch.Generator().manual_seed(SEED)
    x = torch.randn(SHAPE, generator=generator) * sigmas[0]
    xs, outputs, noises, calls = [], [], [], []
    for step, (sigma, sigma_next) in enumerate(itertools.pairwise(sigmas)):
        xs.append(x)
        before = generator.get_state()
        if 0.05 <= sigma <= 50.0 and churn > 0:
            x_hat, sigma_hat = scheduler.add_noise_to_input(x, sigma, generator=generator)
            generator_before = torch.Generator()
            generator_before.set_state(before)
            noises.append(torch.randn(SHAPE, generator=generator_before))
        else:
            x_hat, sigma_hat = x, sigma
        # Its network says (x0 - x) / sigma.
        x0 = predicted(x_hat, (1.0, sigma_hat), "sample")
        first = scheduler.step((x0 - x_hat) / sigma_hat, sigma_hat, sigma_next, x_hat)
        outputs.append(x0)
        calls.append([step, 1.0, float(f"{sigma_hat:.9g}"), int(x_hat is not x)])
        x = first.prev_sample
        if sigma_next > 0:
            x0 = predicted(x, (1.0, sigma_next), "sample")
            x = scheduler.step_correct(
                (x0 - x) / sigma_next, sigma_hat, sigma_next, x_hat, x, first.derivative
            ).prev_sample
            outputs.append(x0)
            calls.append([step, 1.0, float(f"{sigma_next:.9g}"), 0])
    case = Case(
        f"EDM Heun: churn {churn:g}, temperature {noise:g}, {steps} steps",
        "edm",
        scheduler,
        exploding,
        steps=steps,
        prediction="sample",
        options={
            "sigmas": "karras",
            "sigmaMin": 0.01,
            "sigmaMax": 40.0,
            "sChurn": churn,
            "sTmin": 0.05,
            "sTmax": 50.0,
            "noiseTemperature": noise,
        },
    )
    return finished(case, xs + [x], outputs, noises, calls, [1.0, 0.0])


def multistep_family(
    name_there, sampler, scheduler_class, fixed_config=None, fixed_options=None, **fixed
) -> list[Case]:
    fixed_config, fixed_options = fixed_config or {}, fixed_options or {}
    single = scheduler_class is DPMSolverSinglestepScheduler
    native = {} if single else {"timestep_spacing": "linspace"}

    def make(name, config, options, **more) -> Case:
        scheduler = scheduler_class(**{**BETAS["linear"], **native, **fixed_config, **config})
        options = {**options, **fixed_options}
        return Case(
            f"{name_there}: {name}", sampler, scheduler, options=options, **{"levels": preserving, **fixed, **more}
        )

    def curve(name, key, config, **more) -> Case:
        config = {CURVES[key]: True, **config}
        scheduler = scheduler_class(**{**BETAS["linear"], **native, **fixed_config, **config})
        return make(name, config, ranged(scheduler, more.get("steps", 6), key), **more)

    cosine = {**BETAS["squaredcos_cap_v2"], "prediction_type": "sample"}
    cosine_options = settings(betas="squaredcos_cap_v2", spacing="linspace")
    spacings = [] if single else SPACINGS
    deis = scheduler_class is DEISMultistepScheduler
    # DEIS repeats its last sigma at the end of a curve; ours goes on to the clean picture.
    on_curve = {"from_trace": True, "end": lambda s: preserving(s, -1, None)} if deis else {}
    return [
        *axes(
            make,
            ["scaled_linear", "sigmoid"] if single else ["scaled_linear", "squaredcos_cap_v2", "sigmoid"],
            spacings,
            ["v_prediction", "sample"],
            "linspace",
        ),
        *([] if deis else [make("betas squaredcos_cap_v2, x0", cosine, cosine_options, prediction="sample")]),
        *[curve(f"sigmas {key}", key, {}, **on_curve) for key in CURVES],
        make("16 steps", {}, settings(spacing="linspace"), steps=16),
        curve("sigmas karras, 16 steps", "karras", {}, steps=16, **on_curve),
        # Where levels lie close, what DEIS rounds to float32 shows.
        *([curve("sigmas karras, 50 steps", "karras", {}, steps=50, **on_curve)] if deis else []),
        curve(
            "sigmas karras, betas scaled_linear, v",
            "karras",
            {**BETAS["scaled_linear"], "prediction_type": "v_prediction"},
            prediction="v_prediction",
            **on_curve,
        ),
        make("dynamic thresholding", DYNAMIC_THERE, settings(spacing="linspace", **DYNAMIC)),
    ]


def few(cases: list[Case], *endings: str) -> list[Case]:
    """Of a family's variant only those that touch what varies."""
    return [case for case in cases if case.name.endswith(endings)]


def solvers() -> list[Case]:
    two, some = DPMSolverMultistepScheduler, ("default", "16 steps", "50 steps", "sigmas karras", "7 steps")
    sde = {"algorithm_type": "sde-dpmsolver++"}
    lu = DPMSolverMultistepScheduler(**BETAS["linear"], use_lu_lambdas=True)
    zero = {**BETAS["linear"], **ZERO_SNR, "timestep_spacing": "trailing", "prediction_type": "v_prediction"}
    zero_options = settings(spacing="trailing", zeroTerminalSnr=True)
    # With bh1 upstream multiplies infinity by 0 on the way to sigma 0, so these end at the smallest sigma.
    bh1_end = {"final_sigmas_type": "sigma_min"}
    bh1_fixed = {"from_trace": True, "end": lambda scheduler: preserving(scheduler, -1, None)}
    deis_end = {"end": lambda scheduler: preserving(scheduler, -1, None)}
    return [
        *multistep_family("DPM++ 2M", "dpmpp_2m", two),
        *few(
            multistep_family("DPM++ 2M, heun", "dpmpp_2m", two, {"solver_type": "heun"}, {"solverType": "heun"}), *some
        ),
        Case("DPM++ 2M: Lu's lambdas", "dpmpp_2m", lu, preserving, options=ranged(lu, 6, "log_snr")),
        Case(
            "DPM++ 2M: zero terminal SNR, trailing, v",
            "dpmpp_2m",
            DPMSolverMultistepScheduler(**zero),
            preserving,
            prediction="v_prediction",
            options=zero_options,
        ),
        *[
            Case(
                f"{name}: zero terminal SNR, trailing, v",
                sampler,
                DPMSolverMultistepScheduler(**zero, **own),
                preserving,
                prediction="v_prediction",
                options=zero_options,
            )
            for name, sampler, own in [
                ("DPM++ 2M SDE", "dpmpp_2m_sde", sde),
                ("DPM++ 3M", "dpmpp_3m", {"solver_order": 3}),
            ]
        ],
        *multistep_family("DPM++ 2M SDE", "dpmpp_2m_sde", two, sde),
        *few(
            multistep_family(
                "DPM++ 2M SDE, heun", "dpmpp_2m_sde", two, {**sde, "solver_type": "heun"}, {"solverType": "heun"}
            ),
            *some,
        ),
        *multistep_family("DPM++ 3M", "dpmpp_3m", two, {"solver_order": 3}),
        *multistep_family("DPM++ 2S", "dpmpp_2s", DPMSolverSinglestepScheduler, {"lower_order_final": True}),
        *few(
            multistep_family(
                "DPM++ 2S, heun",
                "dpmpp_2s",
                DPMSolverSinglestepScheduler,
                {"lower_order_final": True, "solver_type": "heun"},
                {"solverType": "heun"},
            ),
            *some,
        ),
        Case(
            "DPM++ 2S: 7 steps",
            "dpmpp_2s",
            DPMSolverSinglestepScheduler(**BETAS["linear"], lower_order_final=True),
            preserving,
            steps=7,
            options=settings(spacing="linspace"),
        ),
        *multistep_family("DEIS", "deis", DEISMultistepScheduler, **deis_end),
        *few(
            multistep_family(
                "DEIS, order 3", "deis", DEISMultistepScheduler, {"solver_order": 3}, {"solverOrder": 3}, **deis_end
            ),
            *some,
        ),
        *multistep_family("UniPC", "unipc", UniPCMultistepScheduler),
        *[
            case
            for order in [2, 3]
            for b in ["bh1", "bh2"]
            if (order, b) != (2, "bh2")
            for case in few(
                multistep_family(
                    f"UniPC, order {order}, {b}",
                    "unipc",
                    UniPCMultistepScheduler,
                    {"solver_order": order, "solver_type": b, **(bh1_end if b == "bh1" else {})},
                    {"solverOrder": order, "bFunction": b},
                    **(bh1_fixed if b == "bh1" else {}),
                ),
                *(some if b == "bh2" else ("default", "16 steps", "7 steps")),
            )
        ],
        Case(
            "UniPC: zero terminal SNR, trailing, v",
            "unipc",
            UniPCMultistepScheduler(**zero),
            preserving,
            prediction="v_prediction",
            options=zero_options,
        ),
    ]


def flows() -> list[Case]:
    def make(name, sampler, scheduler_class, shift, steps, **more) -> Case:
        scheduler = scheduler_class(shift=shift)
        scheduler.init_noise_sigma = 1.0
        # The smallest sigma of training is shifted once there, as the end of the curve; then the curve is.
        least = scheduler.sigma_min
        last = shift * least / (1 + (shift - 1) * least)
        options = {"sigmas": "flow", "flowShift": shift, "sigmaMin": last / (1 - last), "sigmaMax": "Infinity"}
        return Case(f"{name}: shift {shift:g}, {steps} steps", sampler, scheduler, flow, steps, "flow", options, **more)

    return [
        make("Flow matching Euler", "flow_euler", FlowMatchEulerDiscreteScheduler, shift, steps)
        for shift, steps in [(1.0, 6), (3.0, 6), (1.0, 20)]
    ] + [
        make(
            "Flow matching Heun",
            "flow_heun",
            FlowMatchHeunDiscreteScheduler,
            shift,
            steps,
            second_calls=between_heun_calls,
        )
        for shift, steps in [(1.0, 6), (3.0, 6), (1.0, 20)]
    ]


def distilled() -> list[Case]:
    def make(
        name, sampler, scheduler_class, config, eta, steps=4, end=None, betas="scaled_linear", told=None, **more
    ) -> Case:
        own = SIGMOID if betas == "sigmoid" else BETAS[betas]
        return Case(
            name,
            sampler,
            scheduler_class(**{**own, **config}),
            whole,
            steps=steps,
            options=settings(betas=betas, spacing="trailing", **({} if eta is None else {"eta": eta}), **(told or {})),
            step_options={} if eta is None else {"eta": eta},
            **({"end": end} if end else {}),
            **more,
        )

    cases = [make(f"LCM: {n} steps", "lcm", LCMScheduler, {}, None, steps=n) for n in [1, 4, 7]]
    cases += [
        make(f"LCM: prediction {name}", "lcm", LCMScheduler, {"prediction_type": name}, None, prediction=name)
        for name in ["v_prediction", "sample"]
    ]
    # The cosine schedule begins where epsilon says next to nothing of x0.
    cases += [
        make(
            f"{name}: betas {betas}",
            name.lower(),
            scheduler_class,
            {"prediction_type": prediction},
            eta,
            betas=betas,
            prediction=prediction,
            **more,
        )
        for name, scheduler_class, eta, more in [
            ("LCM", LCMScheduler, None, {}),
            ("TCD", TCDScheduler, 0.3, {"end": at_first_timestep}),
        ]
        for betas, prediction in [("linear", "epsilon"), ("sigmoid", "epsilon"), ("squaredcos_cap_v2", "sample")]
    ]
    cases += [
        make(f"TCD: eta {eta:g}, {n} steps", "tcd", TCDScheduler, {}, eta, steps=n, end=at_first_timestep)
        for eta, n in [(0.3, 4), (0.0, 4), (1.0, 4), (0.3, 7), (0.3, 1)]
    ]
    zero = {**ZERO_SNR, "prediction_type": "v_prediction"}
    zero_there = {"told": {"zeroTerminalSnr": True}, "prediction": "v_prediction"}
    cases += [
        make("LCM: clip", "lcm", LCMScheduler, {"clip_sample": True, "clip_sample_range": 0.5}, None, told=CLIP),
        make("LCM: dynamic thresholding", "lcm", LCMScheduler, DYNAMIC_THERE, None, told=DYNAMIC),
        make("LCM: zero terminal SNR, v", "lcm", LCMScheduler, zero, None, **zero_there),
    ]
    # Clipped, TCD goes on with the noise of the estimate before that, which no estimate of x0 can follow.
    cases += [make("TCD: zero terminal SNR, v", "tcd", TCDScheduler, zero, 0.3, end=at_first_timestep, **zero_there)]
    return cases + [
        make(
            f"TCD: prediction {name}",
            "tcd",
            TCDScheduler,
            {"prediction_type": name},
            0.3,
            prediction=name,
            end=at_first_timestep,
        )
        for name in ["v_prediction", "sample"]
    ]


def inversions() -> list[dict]:
    """DDIM backwards: from a picture to noise. The network is asked about the level that a step leads to."""
    traces = []
    for spacing, betas, prediction in [
        ("leading", "linear", "epsilon"),
        ("trailing", "linear", "epsilon"),
        ("leading", "scaled_linear", "epsilon"),
    ]:
        scheduler = DDIMInverseScheduler(
            **BETAS[betas], clip_sample=False, timestep_spacing=spacing, prediction_type=prediction
        )
        scheduler.set_timesteps(8)
        generator = torch.Generator().manual_seed(SEED)
        x = torch.tanh(torch.randn(SHAPE, generator=generator))
        xs, outputs, calls = [], [], []
        for step, t in enumerate(scheduler.timesteps):
            level = whole(scheduler, 0, t)
            xs.append(x)
            outputs.append(predicted(x, level, prediction))
            calls.append([step, *rounded(level), 0])
            x = scheduler.step(outputs[-1], t, x).prev_sample
        case = Case(
            f"DDIM inversion: {spacing}, {betas}", "ddim", scheduler, whole, 8, prediction, settings(betas, spacing)
        )
        traces.append(finished(case, xs + [x], outputs, [], calls, calls[-1][1:3]))
    return traces


def main() -> None:
    heun = {"second_calls": between_heun_calls}
    middle = {**heun, "levels": exploding_middle}
    cases = [
        *ddpm(),
        *ddim(),
        *pndm(),
        *ipndm(),
        *exploding_family("Euler", "euler", EulerDiscreteScheduler, ["v_prediction", "sample"], churns=True),
        *exploding_family(
            "Euler ancestral", "euler_ancestral", EulerAncestralDiscreteScheduler, ["v_prediction"], curves=False
        ),
        *zero_snr_exploding(),
        *exploding_family("Heun", "heun", HeunDiscreteScheduler, ["v_prediction", "sample"], **heun),
        *heun_clip(),
        *edm_euler(),
        *exploding_family("DPM2", "dpm2", KDPM2DiscreteScheduler, ["v_prediction"], **middle),
        *exploding_family(
            "DPM2 ancestral", "dpm2_ancestral", KDPM2AncestralDiscreteScheduler, ["v_prediction"], **middle
        ),
        *exploding_family("LMS", "lms", LMSDiscreteScheduler, ["v_prediction", "sample"]),
        *solvers(),
        *edm_dpm(),
        *flows(),
        *distilled(),
    ]
    traces = [trace(case) for case in cases]
    traces += [edm_heun(0.0, 6, 1.0), edm_heun(2.0, 6, 1.0), edm_heun(40.0, 12, 1.003)]
    names = [one["name"] for one in traces]
    assert len(set(names)) == len(names), sorted(name for name in names if names.count(name) > 1)
    broken = [one["name"] for one in traces if "notFinite" in one]
    traces = [one for one in traces if "notFinite" not in one]
    golden = {
        "provenance": {
            "command": "python3 tests/golden/diffusers_traces.py",
            "diffusers": diffusers.__version__,
            "torch": torch.__version__,
            "numpy": np.__version__,
            "dtype": "float32",
        },
        "shape": SHAPE,
        "seed": SEED,
        # What diffusers itself makes not-a-number of, in float32.
        "notFinite": broken,
        "traces": traces,
        "inversions": inversions(),
    }
    path = Path(__file__).with_name("diffusers-traces.json")
    path.write_text(json.dumps(golden, separators=(",", ":")).replace('{"name"', '\n{"name"') + "\n")
    print(f"{len(traces)} traces, {path.stat().st_size // 1024} KiB; not finite upstream: {broken}")


if __name__ == "__main__":
    main()
