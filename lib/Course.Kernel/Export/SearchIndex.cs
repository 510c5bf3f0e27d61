using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Course.Kernel.Notebooks.Prose;
using Markdig.Syntax;

namespace Course.Kernel.Export;

/// <summary>What the site's search finds: every section of every page, and every word of the glossary.</summary>
internal sealed class SearchIndex
{
    /// <summary>Its file: a script, because a page may load its own scripts and fetch nothing.</summary>
    public const string File = "assets/search-data.js";

    private static readonly JsonSerializerOptions Relaxed = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<Entry> _entries = [];

    /// <summary>Adds the sections of a page.</summary>
    public void Add(PageInfo page, IEnumerable<Section> sections) =>
        _entries.AddRange(sections.Where(section => section.Text.Length > 0)
            .Select(section => new Entry(section.Title, page.Id is null ? page.Title : $"{page.Id} \u00b7 {page.Title}", $"{page.Url}#{section.Anchor}", section.Text.ToString().Trim())));

    /// <summary>Adds the glossary.</summary>
    public void Add(WordList words) =>
        _entries.AddRange(words.Words.Select(word => new Entry(word.Term, "Glossary", $"{GlossaryPage.File}#{ProseLinks.AnchorOf(word)}", word.Meaning)));

    /// <summary>The file's text.</summary>
    public string ToScript() => $"window.courseSearch = {JsonSerializer.Serialize(_entries, Relaxed)};\n";

    /// <summary>A heading and what stands below it.</summary>
    internal sealed record Section(string Title, string Anchor)
    {
        /// <summary>Plain words.</summary>
        public StringBuilder Text { get; } = new();

        /// <summary>Appends what is read of a block.</summary>
        public void Append(LeafBlock block) =>
            Text.Append(block.Inline is null ? "" : MarkdownText.PlainText(block.Inline)).Append(' ');
    }

    private sealed record Entry(string Title, string Page, string Url, string Text);
}
