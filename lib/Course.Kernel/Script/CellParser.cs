using System.Text.RegularExpressions;
using Course.Kernel.Directives;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Course.Kernel.Script;

/// <summary>Takes a cell apart into steps. Directives are found by the C# lexer, so one inside a string or a comment stays text.</summary>
internal sealed partial class CellParser
{
    private readonly CSharpParseOptions _options;
    private readonly List<CellStep> _steps = [];
    private readonly string _source;
    private readonly bool _isOptional;
    private char[] _code;

    private CellParser(string source, CSharpParseOptions options)
    {
        _source = source;
        _options = options;
        _code = source.ToCharArray();
        // A comment says so, since every host of notebooks lets one stand there; not beside #r, where .NET Interactive stumbles over it.
        _isOptional = OptionalComment().IsMatch(source);
    }

    /// <summary>The steps of a cell, in order.</summary>
    /// <exception cref="DirectiveException">A directive is unknown.</exception>
    /// <exception cref="NestingException">The compiler would not bear it.</exception>
    public static IReadOnlyList<CellStep> Parse(string source, CSharpParseOptions options)
    {
        NestingException.ThrowIfTooDeep(source);
        var parser = new CellParser(source.ReplaceLineEndings("\n"), options);
        if (!source.Contains('#', StringComparison.Ordinal))
        {
            parser.AddCode(0, parser._source.Length);
            return parser._steps;
        }

        var start = 0;
        while (start < parser._source.Length)
        {
            start = parser.ReadCode(start);
        }

        return parser._steps;
    }

    /// <summary>Reads C# from <paramref name="start"/> to the next switch of language, then that language's text.</summary>
    private int ReadCode(int start)
    {
        _code = _source.ToCharArray();
        Blank(0, start);
        var root = CSharpSyntaxTree.ParseText(new string(_code), _options).GetCompilationUnitRoot();
        foreach (var trivia in root.DescendantTrivia().Where(trivia => trivia.IsDirective && trivia.SpanStart >= start))
        {
            var line = LineOf(trivia.SpanStart);
            switch (trivia.GetStructure())
            {
                case ShebangDirectiveTriviaSyntax { IsActive: false } or BadDirectiveTriviaSyntax { IsActive: false }:
                    Blank(trivia.SpanStart, EndOfLine(trivia.SpanStart)); // inside #if false
                    break;
                case DirectiveTriviaSyntax { IsActive: false }:
                    break;
                case ReferenceDirectiveTriviaSyntax reference:
                    _steps.Add(new CellStep.Order(new DirectiveCall(DirectiveTable.Reference, Quoted(reference.File, line), line) { IsOptional = _isOptional }));
                    Blank(trivia.SpanStart, EndOfLine(trivia.SpanStart));
                    break;
                case ShebangDirectiveTriviaSyntax or BadDirectiveTriviaSyntax:
                    if (ReadDirective(trivia.SpanStart, start, line) is { } next)
                    {
                        return next;
                    }

                    break;
            }
        }

        AddCode(start, _source.Length);
        return _source.Length;
    }

    /// <summary>Obeys a line that starts with <c>#!</c> or <c>#i</c>. Not null: C# goes on at that position.</summary>
    private int? ReadDirective(int position, int start, int line)
    {
        var end = EndOfLine(position);
        var text = _source[position..end].TrimEnd();
        var name = NameIn(text);
        var isForeign = name.StartsWith("#!", StringComparison.Ordinal);
        var directive = DirectiveTable.Find(name);
        if (directive is null && !isForeign)
        {
            return null; // some other mistake: the compiler explains it
        }

        switch (directive)
        {
            case null:
                throw new DirectiveException(DirectiveTable.Unknown(name), line);
            case { Argument: ArgumentKind.Text }:
                AddCode(start, position);
                return ReadText(directive, end, line);
            case { Argument: ArgumentKind.File }:
                AddCode(start, position);
                Add(directive, text[name.Length..].Trim().Trim('"'), line);
                return Math.Min(end + 1, _source.Length);
            default:
                Add(directive, text[name.Length..].Trim().Trim('"'), line);
                Blank(position, end);
                return null;
        }
    }

    private int ReadText(Directive directive, int start, int line)
    {
        var end = start;
        while (end < _source.Length)
        {
            var next = EndOfLine(Math.Min(end + 1, _source.Length));
            if (DirectiveTable.Find(NameIn(_source[Math.Min(end + 1, _source.Length)..next])) is { EndsText: true })
            {
                break;
            }

            end = next;
        }

        Add(directive, _source[Math.Min(start + 1, end)..end], line);
        return Math.Min(end + 1, _source.Length);
    }

    private void Add(Directive directive, string text, int line) =>
        _steps.Add(new CellStep.Order(new DirectiveCall(directive, text, line)));

    private void AddCode(int start, int end)
    {
        var text = new string(_code, 0, end);
        if (!string.IsNullOrWhiteSpace(text[start..]))
        {
            _steps.Add(new CellStep.Code(text));
        }
    }

    private void Blank(int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            _code[i] = _code[i] == '\n' ? '\n' : ' ';
        }
    }

    private int LineOf(int position) => _source.AsSpan(0, position).Count('\n') + 1;

    private int EndOfLine(int position)
    {
        var end = _source.IndexOf('\n', position);
        return end < 0 ? _source.Length : end;
    }

    [GeneratedRegex(@"^\s*//\s*optional\b")]
    private static partial Regex OptionalComment();

    private static string NameIn(string line) => line.Split((char[]?)null, 2)[0];

    private static string Quoted(SyntaxToken file, int line) =>
        file.ValueText is { Length: > 0 } text
            ? text
            : throw new DirectiveException($"The reference must stand in double quotes, as in: {DirectiveTable.Reference.Example}", line);
}
