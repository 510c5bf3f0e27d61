// No ReLU at all. // expect: between the layers is missing
OnnxGraph Export(Linear[] layers)
{
    var graph = new OnnxGraph("mlp");
    string value = graph.Input("x", ScalarType.Float32, -1, layers[0].in_features);
    foreach (Linear layer in layers)
        value = graph.Node("Gemm", [value, graph.Weight(layer.weight), graph.Weight(layer.bias)], ("transB", 1));
    graph.Output("logits", value, ScalarType.Float32, -1, layers[^1].out_features);
    return graph;
}
