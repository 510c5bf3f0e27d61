OnnxGraph Export(Linear[] layers)
{
    var graph = new OnnxGraph("mlp");
    string value = graph.Input("x", ScalarType.Float32, -1, layers[0].in_features);
    foreach (Linear layer in layers)
    {
        if (layer != layers[0])
            value = graph.Node("Relu", [value]);
        string weight = graph.Weight(layer.weight), bias = graph.Weight(layer.bias);
        value = graph.Node("Gemm", [value, weight, bias], ("transB", 1));
    }
    graph.Output("logits", value, ScalarType.Float32, -1, layers[^1].out_features);
    return graph;
}
