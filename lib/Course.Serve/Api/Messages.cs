using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Course.Serve.Api;

/// <summary>What POST /predict is asked as JSON; read by <see cref="JsonInputs"/>, since an input may be nested.</summary>
internal sealed record Question(
    [property: Description("At least one input, at most 128: each a flat list of its numbers row by row, or nested in the model's shape.")]
    IReadOnlyList<IReadOnlyList<float>> Inputs);

/// <summary>What POST /predict answers.</summary>
internal sealed record Answer(
    [property: Description("One for each input, in the same order.")] IReadOnlyList<Prediction> Predictions,
    [property: Description("The model's name.")] string Model,
    [property: Description("SHA-256 of the model's file.")] string Hash);

/// <summary>The answer to one input.</summary>
internal sealed record Prediction(
    [property: Description("The most probable one of the model's labels.")] string Label,
    [property: Description("One for each label, in the order of GET /model; they sum to 1.")] IReadOnlyList<float> Probabilities,
    [property: Description("For a picture: what was made of it, as the JSON form would have it.")]
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    IReadOnlyList<float>? Seen = null);

/// <summary>What GET /model answers.</summary>
internal sealed record ModelFacts(
    string Name,
    [property: Description("The shape of one input.")] IReadOnlyList<long> Input,
    [property: Description("Whether POST /predict takes PNG files, and the page draws.")] bool TakesPictures,
    [property: Description("What the probabilities belong to, in order.")] IReadOnlyList<string> Labels,
    [property: Description("The server subtracts it from each number of an input.")] float Mean,
    [property: Description("And divides the rest by it.")] float Deviation,
    string Hash,
    [property: Description("The model card, Markdown.")] string Card);

/// <summary>What GET /health answers.</summary>
internal sealed record Health(string Status, string Model, string Hash);
