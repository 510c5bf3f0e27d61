// Turns the weight only where the shapes force it to. // expect: In a square layer no shape gives that away
OnnxGraph Export(Linear[] layers)
{
    var graph = new OnnxGraph("mlp");
    string value = graph.Input("x", ScalarType.Float32, -1, layers[0].in_features);
    foreach (Linear layer in layers)
    {
        if (layer != layers[0]) value = graph.Node("Relu", [value]);
        int turn = layer.in_features == layer.out_features ? 0 : 1;
        value = graph.Node("Gemm", [value, graph.Weight(layer.weight), graph.Weight(layer.bias)], ("transB", turn));
    }
    graph.Output("logits", value, ScalarType.Float32, -1, layers[^1].out_features);
    return graph;
}
