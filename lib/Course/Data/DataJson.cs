using System.Text.Json;
using System.Text.Json.Serialization;

namespace Course;

/// <summary>Generated readers: quick to start, and independent of the host's reflection settings.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(Mail))]
[JsonSerializable(typeof(Manifest.Content))]
[JsonSerializable(typeof(Penguins.Row[]))]
[JsonSerializable(typeof(ReferenceRows))]
internal sealed partial class DataJson : JsonSerializerContext;
