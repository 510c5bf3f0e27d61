using System.Text.Json.Serialization;
using Course.Kernel.Script;

namespace Course.Web.Worker;

/// <summary>The answers to the editor, as JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(TabCompletion))]
[JsonSerializable(typeof(IReadOnlyList<CodeProblem>))]
internal sealed partial class TabJson : JsonSerializerContext;

/// <summary>What may stand in place of the text from start to end.</summary>
internal sealed record TabCompletion(int Start, int End, IReadOnlyList<TabCompletionItem> Items);

/// <summary>One proposal.</summary>
internal sealed record TabCompletionItem(string Text, string Kind, string Detail);
