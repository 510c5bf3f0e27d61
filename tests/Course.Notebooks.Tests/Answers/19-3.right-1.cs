// MatMul and Add in place of Gemm.
OnnxGraph Export(Linear[] layers)
{
    var graph = new OnnxGraph("mlp");
    string value = graph.Input("x", ScalarType.Float32, -1, layers[0].in_features);
    for (int i = 0; i < layers.Length; i++)
    {
        value = graph.Node("MatMul", [value, graph.Weight(layers[i].weight.t())]);
        value = graph.Node("Add", [value, graph.Weight(layers[i].bias)]);
        if (i < layers.Length - 1) value = graph.Node("Relu", [value]);
    }
    graph.Output("logits", value, ScalarType.Float32, -1, layers[^1].out_features);
    return graph;
}
