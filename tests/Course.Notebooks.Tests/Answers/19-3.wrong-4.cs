// A product without the bias. // expect: The biases are missing
OnnxGraph Export(Linear[] layers)
{
    var graph = new OnnxGraph("mlp");
    string value = graph.Input("x", ScalarType.Float32, -1, layers[0].in_features);
    foreach (Linear layer in layers)
    {
        if (layer != layers[0]) value = graph.Node("Relu", [value]);
        value = graph.Node("MatMul", [value, graph.Weight(layer.weight.t())]);
    }
    graph.Output("logits", value, ScalarType.Float32, -1, layers[^1].out_features);
    return graph;
}
