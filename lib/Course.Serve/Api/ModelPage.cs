using System.Globalization;
using Course.Serve.Models;

namespace Course.Serve.Api;

/// <summary>The page at <c>/</c>: paper to draw a digit on, or what the model wants.</summary>
internal static class ModelPage
{
    private const int ShownLetters = 12;

    internal static string Of(IModel model) => model.Contract.IsDigit()
        ? Resources.Fill("draw.html", [.. Common(model), ("bars", string.Concat(model.Contract.Labels.Select(Bar)))])
        : Resources.Fill(
            "numbers.html",
            [
                .. Common(model),
                ("size", model.Contract.Size.ToString(CultureInfo.InvariantCulture)),
                ("shape", InputShape.Text(model.Contract.Input)),
                ("labels", Resources.Encode(string.Join(", ", model.Contract.Labels))),
                ("example", string.Join(", ", Enumerable.Repeat("0", Math.Min(model.Contract.Size, 4))) + (model.Contract.Size > 4 ? ", …" : "")),
            ]);

    private static (string Name, string Html)[] Common(IModel model) =>
    [
        ("hash", Resources.Encode(model.Hash[..Math.Min(ShownLetters, model.Hash.Length)])),
        ("name", Resources.Encode(model.Contract.Name)),
    ];

    private static string Bar(string label) => $"""
        <li><span class="label">{Resources.Encode(label)}</span><span class="track" aria-hidden="true"><span class="fill"></span></span><span class="share">0 %</span></li>

        """;
}
