using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;

namespace Course.Kernel.Notebooks.Prose;

/// <summary>A displayed formula over several lines, none of which is Markdown: <c>- b</c> is a term there, not a list.</summary>
internal sealed class FormulaBlock(BlockParser parser) : LeafBlock(parser)
{
    /// <summary>TeX without dollars.</summary>
    internal string Tex => FormulaText.WithoutDollars(Lines.ToString());

    private string Closing { get; init; } = "";

    /// <summary>Begins at a line that opens a formula, if the same paragraph closes it: a stray <c>$$</c> takes nothing with it.</summary>
    internal sealed class Reader : BlockParser
    {
        public Reader() => OpeningCharacters = ['$', '\\'];

        public override BlockState TryOpen(BlockProcessor processor)
        {
            if (processor.IsCodeIndent
                || FormulaText.ClosingOf(processor.Line.AsSpan()) is not { } closing
                || !IsClosedBelow(processor.Line, closing))
            {
                return BlockState.None;
            }

            processor.NewBlocks.Push(new FormulaBlock(this)
            {
                Closing = closing,
                Line = processor.LineIndex,
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            });
            return BlockState.Continue;
        }

        public override BlockState TryContinue(BlockProcessor processor, Block block)
        {
            block.UpdateSpanEnd(processor.Line.End);
            return processor.Line.AsSpan().TrimEnd().EndsWith(((FormulaBlock)block).Closing) ? BlockState.Break : BlockState.Continue;
        }

        private static bool IsClosedBelow(StringSlice line, string closing)
        {
            foreach (var raw in line.Text.AsSpan(line.End + 1).TrimStart('\r').TrimStart('\n').EnumerateLines())
            {
                var text = raw.TrimStart(" \t>").TrimEnd();
                var at = text.IndexOf(closing, StringComparison.Ordinal);
                if (text.IsEmpty || at >= 0 || BeginsAnotherBlock(text))
                {
                    return at >= 0 && at + closing.Length == text.Length;
                }
            }

            return false;
        }

        private static bool BeginsAnotherBlock(ReadOnlySpan<char> text) =>
            text.StartsWith("```") || text.StartsWith("~~~") || text.TrimStart('#') is [' ', ..] && text[0] == '#';
    }
}
