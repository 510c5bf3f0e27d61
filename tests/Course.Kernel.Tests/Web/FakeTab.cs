using Course.Web.Session;

namespace Course.Kernel.Tests.Web;

/// <summary>A page that remembers what it was told.</summary>
internal sealed class FakeTab : ITab
{
    public bool IsStopping { get; set; }

    public List<string> Html { get; } = [];

    public List<string> Replaced { get; } = [];

    public List<(string Name, string Text)> Text { get; } = [];

    public List<string> Reports { get; } = [];

    public void Output(int cell, string? display, string html, bool replaces) => (replaces ? Replaced : Html).Add(html);

    public void Stream(int cell, string name, string text) => Text.Add((name, text));

    public void Clear(int cell, bool wait) => Html.Clear();

    public void Report(int cell, string json) => Reports.Add(json);
}
