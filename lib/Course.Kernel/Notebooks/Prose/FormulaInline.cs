using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Course.Kernel.Notebooks.Prose;

/// <summary>A formula in a paragraph, a heading or a table.</summary>
internal sealed class FormulaInline(string tex, bool isDisplay) : LeafInline
{
    /// <summary>TeX without dollars.</summary>
    internal string Tex => tex;

    /// <summary>On a line of its own.</summary>
    internal bool IsDisplay => isDisplay;

    /// <summary>Punctuation that follows and must stay on the formula's line.</summary>
    internal string Trail { get; set; } = "";

    /// <summary>Finds formulas where text is read: never in code, in attributes or in the address of a link.</summary>
    internal sealed class Reader : InlineParser
    {
        private static readonly string[] CodeTags = ["code", "pre", "kbd", "samp", "tt"];

        public Reader() => OpeningCharacters = ['$', '\\'];

        public override bool Match(InlineProcessor processor, ref StringSlice slice)
        {
            var text = slice.Text.AsSpan(0, slice.End + 1);
            if (FormulaText.At(text, slice.Start) is not { } formula || IsInsideCode(processor.Inline))
            {
                return false;
            }

            var start = processor.GetSourcePosition(slice.Start, out var line, out var column);
            processor.Inline = new FormulaInline(formula.Tex, formula.IsDisplay)
            {
                Span = new SourceSpan(start, processor.GetSourcePosition(slice.Start + formula.Length - 1)),
                Line = line,
                Column = column,
            };
            slice.Start += formula.Length;
            return true;
        }

        private static bool IsInsideCode(Inline? last)
        {
            for (var inline = last; inline is not null; inline = inline.PreviousSibling ?? inline.Parent)
            {
                if (inline is HtmlInline { Tag: var tag } && CodeTags.Contains(NameOf(tag), StringComparer.OrdinalIgnoreCase))
                {
                    return !tag.StartsWith("</", StringComparison.Ordinal);
                }
            }

            return false;
        }

        private static string NameOf(string tag) => string.Concat(tag.SkipWhile(c => c is '<' or '/').TakeWhile(char.IsAsciiLetter));
    }
}
