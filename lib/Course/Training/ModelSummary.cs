using TorchSharp;
using static TorchSharp.torch;

namespace Course;

/// <summary>What a network is made of.</summary>
public static class ModelSummary
{
    /// <summary>A row for each layer: name, kind, what it puts out, its parameters; and their sum.</summary>
    /// <param name="model">Any module. Sequential and other containers are opened.</param>
    /// <param name="example">An input such as <c>x[..1]</c>. It is run through once, without dropout and without slopes, to learn the shapes; its first size is written N.</param>
    public static HtmlValue Of(nn.Module model, Tensor? example = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var layers = Layers("", model).ToArray();
        var outputs = example is null ? [] : Outputs(model, layers.Select(layer => layer.Module), example);
        var rows = layers.Select(layer => new Row(
            layer.Name,
            layer.Module.GetName(),
            outputs.TryGetValue(layer.Module, out var shape) ? shape : "",
            string.Join(", ", layer.Module.named_parameters(recurse: false).Select(p => $"{p.name} {Sizes(p.parameter.shape)}")),
            layer.Module.parameters(recurse: false).Sum(p => p.numel())));
        var all = model.parameters().ToArray();
        var total = new Row("together", "", "", "", all.Sum(p => p.numel()));
        var trained = all.Where(p => p.requires_grad).Sum(p => p.numel());
        var view = Table.Of(
            rows.Append(total),
            ("layer", row => row.Name),
            ("kind", row => row.Kind),
            ("output", row => row.Output),
            ("weights", row => row.Weights),
            ("parameters", row => row.Count));
        return trained == total.Count ? view : view.Caption($"{Numbers.Text(trained)} of the parameters are trained; the others are frozen.");
    }

    // Depth first, so that the order is that of the forward pass. A container has no row unless it owns weights.
    private static IEnumerable<(string Name, nn.Module Module)> Layers(string name, nn.Module module)
    {
        var children = module.named_children().ToArray();
        var own = children.Length == 0 || module.named_parameters(recurse: false).Any();
        IEnumerable<(string, nn.Module)> self = own ? [(name.Length == 0 ? "(whole)" : name, module)] : [];
        return self.Concat(children.SelectMany(child => Layers(name.Length == 0 ? child.name : $"{name}.{child.name}", child.module)));
    }

    private static Dictionary<nn.Module, string> Outputs(nn.Module model, IEnumerable<nn.Module> layers, Tensor example)
    {
        var shapes = new Dictionary<nn.Module, string>(ReferenceEqualityComparer.Instance);
        if (model is not nn.Module<Tensor, Tensor> runnable)
        {
            return shapes;
        }

        var hooks = layers.OfType<nn.Module<Tensor, Tensor>>().Select(layer => layer.register_forward_hook((module, _, output) =>
        {
            shapes[module] = Sizes(output.shape, batch: true);
            return output;
        })).ToArray();
        var wasTraining = model.training;
        try
        {
            using var quiet = no_grad();
            using var scope = NewDisposeScope();
            model.eval();
            runnable.call(example);
        }
        finally
        {
            model.train(wasTraining);
            Array.ForEach(hooks, hook => hook.remove());
        }

        return shapes;
    }

    private static string Sizes(long[] shape, bool batch = false) =>
        "(" + string.Join(", ", shape.Select((size, i) => batch && i == 0 ? "N" : Numbers.Text(size))) + ")";

    private sealed record Row(string Name, string Kind, string Output, string Weights, long Count);
}
