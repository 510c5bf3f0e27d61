using System.Text.Json;
using Course.Serve.Models;
using Microsoft.AspNetCore.Http;
using static System.FormattableString;

namespace Course.Serve.Api;

/// <summary>From <c>{"inputs": […]}</c> to numbers, or to a sentence about what is wrong.</summary>
internal sealed class JsonInputs
{
    private const string Form = "{\"inputs\": [[…], …]}";

    private readonly ModelContract _contract;
    private readonly bool _isDigit;
    private readonly List<float> _values = [];
    private int _input;

    private JsonInputs(ModelContract contract) => (_contract, _isDigit) = (contract, contract.IsDigit());

    /// <returns>(N · size) and N.</returns>
    /// <exception cref="RefusedException">Not of this form; says where and what is wanted.</exception>
    internal static (float[] Values, int Count) Read(JsonElement body, ModelContract contract) => new JsonInputs(contract).Read(body);

    private (float[] Values, int Count) Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object || !body.TryGetProperty("inputs", out var inputs) || inputs.ValueKind != JsonValueKind.Array)
        {
            throw Refuse($"The body is to be {Form}.");
        }

        var count = inputs.GetArrayLength();
        if (count is 0 or > Limits.Inputs)
        {
            throw count == 0
                ? Refuse($"inputs is empty; {Form} has one list for each input.")
                : new RefusedException(StatusCodes.Status413PayloadTooLarge, Invariant($"{count} inputs are too many for one request: {Limits.Inputs} at most. Send them in parts."));
        }

        foreach (var input in inputs.EnumerateArray())
        {
            Add(input);
            _input++;
        }

        return ([.. _values], count);
    }

    private void Add(JsonElement input)
    {
        if (input.ValueKind != JsonValueKind.Array)
        {
            throw Refuse(Invariant($"inputs[{_input}] is {Kind(input)}; inputs is a list of inputs, each a list itself: {Form}, with both brackets for a single one too."));
        }

        var shape = ShapeOf(input);
        var wanted = _contract.Input;
        if (!shape.SequenceEqual(wanted) && !shape.SequenceEqual(wanted.SkipWhile(size => size == 1)) && !shape.SequenceEqual([(long)_contract.Size]))
        {
            throw Refuse(Invariant($"inputs[{_input}] is {InputShape.Text(shape)}; this model wants {Wanted()}."));
        }

        Fill(input, shape, 0);
    }

    // By its first elements; whether the others are alike is seen on the way.
    private static List<long> ShapeOf(JsonElement list)
    {
        var shape = new List<long>();
        for (var at = list; at.ValueKind == JsonValueKind.Array; at = at[0])
        {
            shape.Add(at.GetArrayLength());
            if (shape[^1] == 0)
            {
                break;
            }
        }

        return shape;
    }

    private void Fill(JsonElement list, List<long> shape, int depth)
    {
        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() != shape[depth])
        {
            var length = list.ValueKind == JsonValueKind.Array ? Invariant($"a list of {list.GetArrayLength()}") : Kind(list);
            throw Refuse(Invariant($"inputs[{_input}] has {length} where the others are lists of {shape[depth]}; this model wants {Wanted()}."));
        }

        foreach (var element in list.EnumerateArray())
        {
            if (depth + 1 < shape.Count)
            {
                Fill(element, shape, depth + 1);
            }
            else
            {
                _values.Add(Number(element));
            }
        }
    }

    private float Number(JsonElement element)
    {
        var place = _values.Count - (_input * _contract.Size);
        if (element.ValueKind != JsonValueKind.Number || !element.TryGetSingle(out var value) || !float.IsFinite(value))
        {
            throw Refuse(Invariant($"Number {place} of inputs[{_input}] is {Kind(element)}; a finite number is wanted."));
        }

        return !_isDigit || value is >= 0 and <= 1
            ? value
            : throw Refuse(Invariant($"Number {place} of inputs[{_input}] is {value}; pixels go from 0 (paper) to 1 (ink). {(value is > 1 and <= 255 ? "Divide bytes by 255." : "Send them before mean and deviation: the server applies those.")}"));
    }

    private string Wanted() => _contract.Input.Length == 1
        ? Invariant($"{_contract.Size} numbers")
        : Invariant($"{InputShape.Text(_contract.Input)} nested lists, or {_contract.Size} numbers in one list");

    private static string Kind(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => element.GetRawText() is { Length: <= 30 } number ? number : "a very long number",
        var other => other.ToString().ToLowerInvariant(),
    };

    private static RefusedException Refuse(string sentence) => new(StatusCodes.Status400BadRequest, sentence);
}
