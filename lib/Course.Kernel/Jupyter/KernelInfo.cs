using System.Runtime.InteropServices;
using System.Text.Json.Nodes;
using Course.Kernel.Notebooks;

namespace Course.Kernel.Jupyter;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    public static JsonObject Create() => new()
    {
        ["status"] = "ok",
        ["protocol_version"] = "5.3",
        ["implementation"] = "course",
        ["implementation_version"] = typeof(KernelInfo).Assembly.GetName().Version!.ToString(3),
        ["language_info"] = JsonNode.Parse(CSharpLanguage.Info),
        ["banner"] = "C# on " + RuntimeInformation.FrameworkDescription,
        ["help_links"] = new JsonArray(),
    };
}
