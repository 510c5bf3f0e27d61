using System.Text;

namespace Course.Kernel.Script;

/// <summary>A cell's code with text put in at sites, each in the form that has not failed yet.</summary>
internal sealed class GuardedCode
{
    private readonly string _code;
    private readonly List<(CodeSite Site, int Form)> _sites;
    private readonly List<CodeSite.Piece> _pieces;

    private GuardedCode(string code, List<(CodeSite Site, int Form)> sites)
    {
        _code = code;
        _sites = sites;
        _pieces = InOrder(sites);
        Text = _pieces.Count == 0 ? code : Join(code, _pieces);
    }

    /// <summary>What to compile; the learner's text itself where there is nothing to put in.</summary>
    public string Text { get; }

    /// <summary>True if it is the learner's text.</summary>
    public bool IsOriginal => _pieces.Count == 0;

    public static GuardedCode Of(string code, IEnumerable<CodeSite> sites) =>
        new(code, [.. sites.OrderBy(site => site.Span.Start).ThenByDescending(site => site.Span.Length).Select(site => (site, 0))]);

    /// <summary>With the sites only that compile whatever the code means.</summary>
    public GuardedCode WithoutDoubt() => new(_code, [.. _sites.Where(entry => !entry.Site.IsDoubtful)]);

    /// <summary>The next attempt, after one with errors: another form where they are; where none of ours is, fewer sites.</summary>
    /// <param name="errors">Positions in <see cref="Text"/>.</param>
    public GuardedCode After(IEnumerable<int> errors)
    {
        var blamed = errors.Select(InOriginal).Select(Innermost).Where(index => index >= 0).ToHashSet();
        return blamed.Count > 0 ? new(_code, [.. _sites.Index().SelectMany(entry => Next(entry.Item, blamed.Contains(entry.Index)))])
            : _sites.Exists(entry => entry.Site.IsDoubtful) ? WithoutDoubt()
            : new(_code, []);
    }

    private static IEnumerable<(CodeSite Site, int Form)> Next((CodeSite Site, int Form) entry, bool isBlamed) =>
        !isBlamed ? [entry]
        : entry.Form + 1 < entry.Site.Forms.Count ? [(entry.Site, entry.Form + 1)]
        : [];

    private int Innermost(int position) =>
        _sites.FindLastIndex(entry => entry.Site.IsDoubtful && entry.Site.Span.Start <= position && position <= entry.Site.Span.End);

    private int InOriginal(int position)
    {
        var shift = 0;
        foreach (var piece in _pieces)
        {
            if (position < piece.Position + shift)
            {
                break;
            }

            if (position < piece.Position + shift + piece.Text.Length)
            {
                return piece.Position;
            }

            shift += piece.Text.Length;
        }

        return position - shift;
    }

    // At one position: first what ends there, the innermost before what it stands in, then what begins there.
    private static List<CodeSite.Piece> InOrder(List<(CodeSite Site, int Form)> sites) =>
    [
        .. sites.Index()
            .SelectMany(entry => entry.Item.Site.Forms[entry.Item.Form].Select(piece => (entry.Index, Piece: piece)))
            .OrderBy(entry => entry.Piece.Position)
            .ThenByDescending(entry => entry.Piece.Closes)
            .ThenBy(entry => entry.Piece.Closes ? -entry.Index : entry.Index)
            .Select(entry => entry.Piece),
    ];

    private static string Join(string code, List<CodeSite.Piece> pieces)
    {
        var text = new StringBuilder(code.Length + pieces.Sum(piece => piece.Text.Length));
        var copied = 0;
        foreach (var piece in pieces)
        {
            text.Append(code, copied, piece.Position - copied).Append(piece.Text);
            copied = piece.Position;
        }

        return text.Append(code, copied, code.Length - copied).ToString();
    }
}
