using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Course.Torch.Tests.Differential;

/// <summary>What one call of the table gives: its value, then the gradient of each input that has one.</summary>
public sealed record Outcome(string Id, IReadOnlyList<Answer> Answers)
{
    /// <summary>How outcomes are written and read: infinities and NaN by name.</summary>
    public static readonly JsonSerializerOptions Json = new() { NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals };

    // Enough for whole vectors, their tails, and blocks of rows.
    private const long Many = 600;

    /// <summary>Every call as it stands in the table, and those of single precision once more with many elements.</summary>
    public static IEnumerable<Outcome> All()
    {
        var names = new HashSet<string>();
        foreach (var test in OpCase.All())
        {
            yield return Of(test);
            if (test.Type == ScalarType.Float32 && test.Row.Feed.Growth != 0 && names.Add(test.Row.Name) && test.Enlarged(Many).Select(TryOf).FirstOrDefault(o => o is not null) is { } large)
            {
                yield return large;
            }
        }

        yield return HeadsWithin();
        foreach (var (name, optimizer) in Optimizers)
        {
            yield return Trained($"{name} Float32", optimizer, ScalarType.Float32);
            yield return Trained($"{name} Float64", optimizer, ScalarType.Float64);
        }
    }

    private static readonly (string Name, Func<Parameter[], optim.Optimizer> Of)[] Optimizers =
    [
        ("SGD", p => optim.SGD(p, 0.1, weight_decay: 1e-3)),
        ("SGD with momentum", p => optim.SGD(p, 0.1, momentum: 0.9, dampening: 0.1)),
        ("SGD with Nesterov", p => optim.SGD(p, 0.1, momentum: 0.9, nesterov: true, maximize: true)),
        ("Adam", p => optim.Adam(p, 0.01, weight_decay: 1e-3)),
        ("Adam with the largest", p => optim.Adam(p, 0.01, amsgrad: true)),
        ("AdamW", p => optim.AdamW(p, 0.01)),
    ];

    // Heads that lie beside each other within a position, as a network cuts them: rows with steps, forwards and back.
    private static Outcome HeadsWithin()
    {
        var x = arange(2 * 9 * 36, float32).mul(0.37).sin().reshape(2, 9, 36).requires_grad_(true);
        var parts = x.chunk(3, -1).Select(part => part.reshape(2, 9, 3, 4).transpose(1, 2)).ToArray();
        var y = nn.functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], is_casual: true);
        (y * y).sum().backward();
        return new("attention of heads within positions", [Answer.Of(y), Answer.Of(x.grad!)]);
    }

    // A length with a tail; gradients that change sign.
    private static Outcome Trained(string id, Func<Parameter[], optim.Optimizer> optimizer, ScalarType type)
    {
        var weight = new Parameter(linspace(-1, 1, 37, type));
        var steps = optimizer([weight]);
        for (var step = 0; step < 4; step++)
        {
            steps.zero_grad();
            (weight * weight * linspace(-2, 3, 37, type)).sum().backward();
            steps.step();
        }

        return new(id, [Answer.Of(weight)]);
    }

    private static Outcome? TryOf(OpCase test)
    {
        try
        {
            return Of(test);
        }
        catch (Exception error) when (error is ExternalException or ArgumentException)
        {
            return null; // not every call can grow along this size
        }
    }

    private static Outcome Of(OpCase test)
    {
        manual_seed(1);
        var inputs = test.Inputs();
        var result = test.Row.Ours(inputs);
        var answers = new List<Answer> { Answer.Of(result) };
        if (test.Gradient && result.requires_grad)
        {
            result.backward([arange(result.numel(), float64).cos().reshape(result.shape).to_type(result.dtype)]);
            answers.AddRange(inputs.Where(input => input.grad is not null).Select(input => Answer.Of(input.grad!)));
        }

        return new(test.Id, answers);
    }
}
