// A ReLU behind every layer. // expect: behind the last layer
OnnxGraph Export(Linear[] layers)
{
    var graph = new OnnxGraph("mlp");
    string value = graph.Input("x", ScalarType.Float32, -1, layers[0].in_features);
    foreach (Linear layer in layers)
        value = graph.Node("Relu", [graph.Node("Gemm", [value, graph.Weight(layer.weight), graph.Weight(layer.bias)], ("transB", 1))]);
    graph.Output("logits", value, ScalarType.Float32, -1, layers[^1].out_features);
    return graph;
}
