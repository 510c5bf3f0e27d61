using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Course.Kernel.Notebooks;

public sealed partial class NotebookDocument
{
    private const int SupportedFormat = 4;
    private const int CellIdFormatMinor = 5;

    // Relaxed: charts are megabytes of HTML, and \u003C for each < would double them. IndentSize 1 is what Jupyter writes.
    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    // Nodes are made when they are asked for: what is wrong deep in an output would be found while it is rendered.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <summary>Reads a notebook.</summary>
    /// <param name="path">An .ipynb file, nbformat 4.x.</param>
    /// <exception cref="NotebookFormatException">The file is missing, not JSON, or not nbformat 4.</exception>
    public static NotebookDocument Load(string path)
    {
        try
        {
            return Parse(path, File.ReadAllText(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new NotebookFormatException(path, $"cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a notebook's text.</summary>
    /// <param name="path">Where it came from; used in messages and for relative paths.</param>
    /// <param name="json">nbformat 4.x JSON.</param>
    /// <exception cref="NotebookFormatException">Not JSON, or not nbformat 4.</exception>
    public static NotebookDocument Parse(string path, string json)
    {
        try
        {
            RequireWholeCharacters(path, json);
            var root = Expect<JsonObject>(path, JsonNode.Parse(json, documentOptions: Strict), "the file", "an object");
            RequireFormat4(path, root);
            var notebook = new NotebookDocument { Path = path, Metadata = OptionalObject(path, root["metadata"], "metadata") };
            ReadCells(path, root, notebook.Cells);
            return notebook;
        }
        catch (JsonException e)
        {
            throw new NotebookFormatException(path, $"is not valid JSON ({e.Message}); restore it from version control or open it in a text editor at that place", e);
        }
    }

    /// <summary>The notebook as nbformat 4.5 JSON, ending with a newline.</summary>
    public string ToJson()
    {
        var root = new JsonObject
        {
            ["cells"] = new JsonArray([.. Cells.Select(CellToJson)]),
            ["metadata"] = Metadata.DeepClone(),
            ["nbformat"] = SupportedFormat,
            ["nbformat_minor"] = CellIdFormatMinor,
        };
        return root.ToJsonString(Layout) + "\n";
    }

    private static void RequireFormat4(string path, JsonObject root)
    {
        if (root["nbformat"] is not JsonValue value || !value.TryGetValue<int>(out var major))
        {
            throw new NotebookFormatException(path, "has no number \"nbformat\"; a notebook has \"nbformat\": 4 at its top level");
        }

        if (major != SupportedFormat)
        {
            throw new NotebookFormatException(path, $"has nbformat {major}, and 4 is wanted; convert it with `jupyter nbconvert --to notebook`");
        }
    }

    /// <summary>A text with half a surrogate pair is no text: no later step can read or write it.</summary>
    private static void RequireWholeCharacters(string path, string json)
    {
        if (!json.Contains(@"\ud", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.ValueIsEscaped && !IsText(ref reader))
            {
                var line = bytes.AsSpan(0, (int)reader.TokenStartIndex).Count((byte)'\n') + 1;
                throw new NotebookFormatException(path, $"line {line} holds half a character (\\ud800 to \\udfff without its other half); write the character itself or remove it");
            }
        }
    }

    private static bool IsText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || reader.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }

    private static void ReadCells(string path, JsonObject root, IList<NotebookCell> cells)
    {
        var array = Expect<JsonArray>(path, root["cells"], "\"cells\"", "an array");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < array.Count; i++)
        {
            var cell = ReadCell(path, array[i], i + 1);
            if (!ids.Add(cell.Id))
            {
                throw new NotebookFormatException(path, $"cell {i + 1} repeats the id \"{cell.Id}\"; ids are unique in a notebook");
            }

            cells.Add(cell);
        }
    }

    private static NotebookCell ReadCell(string path, JsonNode? node, int number)
    {
        var where = $"cell {number}";
        var json = Expect<JsonObject>(path, node, where, "an object");
        var cell = new NotebookCell
        {
            Id = ReadId(path, json, number),
            Kind = ReadKind(path, json, where),
            Source = ReadText(path, json["source"], $"{where}, \"source\""),
            Metadata = OptionalObject(path, json["metadata"], $"{where}, \"metadata\""),
            Attachments = json["attachments"] is null ? null : OptionalObject(path, json["attachments"], $"{where}, \"attachments\""),
        };
        if (cell.Kind == CellKind.Code)
        {
            ReadOutputs(path, json, cell, where);
        }

        return cell;
    }

    private static void ReadOutputs(string path, JsonObject json, NotebookCell cell, string where)
    {
        if (json["execution_count"] is { } count)
        {
            cell.ExecutionCount = count is JsonValue value && value.TryGetValue<int>(out var n)
                ? n
                : throw new NotebookFormatException(path, $"{where}, \"execution_count\" is {Describe(count)}, and a whole number or null is wanted");
        }

        if (json["outputs"] is not { } outputs)
        {
            return;
        }

        foreach (var output in Expect<JsonArray>(path, outputs, $"{where}, \"outputs\"", "an array"))
        {
            cell.Outputs.Add((JsonObject)Expect<JsonObject>(path, output, $"{where}, an output", "an object").DeepClone());
        }
    }

    private static string ReadId(string path, JsonObject json, int number)
    {
        if (json["id"] is not { } node)
        {
            return $"cell-{number}"; // nbformat 4.0 to 4.4 has no ids
        }

        var id = node is JsonValue value && value.TryGetValue<string>(out var text) ? text : "";
        return id.Length is >= 1 and <= 64 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            ? id
            : throw new NotebookFormatException(path, $"cell {number} has the id {node.ToJsonString()}; an id is 1 to 64 of A-Z a-z 0-9 - _");
    }

    private static CellKind ReadKind(string path, JsonObject json, string where) =>
        (json["cell_type"] as JsonValue)?.GetValueKind() == JsonValueKind.String ? json["cell_type"]!.GetValue<string>() switch
        {
            "code" => CellKind.Code,
            "markdown" => CellKind.Markdown,
            "raw" => CellKind.Raw,
            var other => throw new NotebookFormatException(path, $"{where} has cell_type \"{other}\"; code, markdown or raw is wanted"),
        }
        : throw new NotebookFormatException(path, $"{where} has no \"cell_type\"; code, markdown or raw is wanted");

    private static string ReadText(string path, JsonNode? node, string where) => node switch
    {
        JsonValue value when value.TryGetValue<string>(out var text) => Normalise(text),
        JsonArray lines when lines.All(line => line is JsonValue v && v.GetValueKind() == JsonValueKind.String) =>
            Normalise(string.Concat(lines.Select(line => line!.GetValue<string>()))),
        _ => throw new NotebookFormatException(path, $"{where} is {Describe(node)}, and a text or an array of texts is wanted"),
    };

    private static string Normalise(string text) => text.ReplaceLineEndings("\n");

    private static JsonObject OptionalObject(string path, JsonNode? node, string where) =>
        node is null ? [] : (JsonObject)Expect<JsonObject>(path, node, where, "an object").DeepClone();

    private static T Expect<T>(string path, JsonNode? node, string where, string wanted)
        where T : JsonNode =>
        node as T ?? throw new NotebookFormatException(path, $"{where} is {Describe(node)}, and {wanted} is wanted");

    private static string Describe(JsonNode? node) => node?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "missing",
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        _ => "true or false",
    };

    private static JsonNode CellToJson(NotebookCell cell)
    {
        var json = new JsonObject { ["cell_type"] = cell.Kind.ToString().ToLowerInvariant() };
        if (cell.Kind == CellKind.Code)
        {
            json["execution_count"] = cell.ExecutionCount;
        }

        if (cell.Attachments is not null)
        {
            json["attachments"] = cell.Attachments.DeepClone();
        }

        json["id"] = cell.Id;
        json["metadata"] = cell.Metadata.DeepClone();
        if (cell.Kind == CellKind.Code)
        {
            json["outputs"] = new JsonArray([.. cell.Outputs.Select(output => output.DeepClone())]);
        }

        json["source"] = new JsonArray([.. Lines(cell.Source)]);
        return json;
    }

    /// <summary>Lines with their newline kept, as nbformat stores them.</summary>
    private static IEnumerable<JsonNode> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end + 1;
            yield return JsonValue.Create(text[start..end]);
            start = end;
        }
    }
}
