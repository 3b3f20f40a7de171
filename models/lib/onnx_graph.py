"""What can be counted in an ONNX file: the multiply-adds of one evaluation."""

import math

import onnx
from onnx import shape_inference


def fix_batch(model: onnx.ModelProto, batch: int = 1) -> onnx.ModelProto:
    """A copy with every symbolic dimension of inputs and outputs set to `batch`, shapes inferred."""
    fixed = onnx.ModelProto()
    fixed.CopyFrom(model)
    for value in [*fixed.graph.input, *fixed.graph.output]:
        for dimension in value.type.tensor_type.shape.dim:
            if dimension.dim_param:
                dimension.dim_value = batch
    return shape_inference.infer_shapes(fixed, data_prop=True)


def shapes_of(model: onnx.ModelProto) -> dict[str, list[int]]:
    graph = model.graph
    shapes = {weight.name: list(weight.dims) for weight in graph.initializer}
    for value in [*graph.input, *graph.value_info, *graph.output]:
        shapes[value.name] = [d.dim_value for d in value.type.tensor_type.shape.dim]
    return shapes


def multiply_adds(model: onnx.ModelProto) -> int:
    """Of one picture: convolutions and matrix products, which are all that costs."""
    model = fix_batch(model)
    shapes = shapes_of(model)
    total = 0
    for node in model.graph.node:
        if node.op_type not in ("Conv", "Gemm", "MatMul"):
            continue
        outputs, second = math.prod(shapes[node.output[0]]), shapes[node.input[1]]
        transposed = any(a.name == "transB" and a.i for a in node.attribute)
        depth = math.prod(second[1:]) if node.op_type == "Conv" else second[-1] if transposed else second[-2]
        total += outputs * depth
    return total
