using System.CommandLine;

namespace Course.Cli.Commands;

/// <summary>Says in a line what of a command line was not understood, and where to read more.</summary>
internal static class Misunderstanding
{
    /// <summary>The first fault, a suggestion where a word is close to a known one, and the help that belongs to it.</summary>
    internal static string Of(ParseResult parsed) => $"{Fault(parsed)} ({Path(parsed)} --help says more)";

    private static string Fault(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        return parsed.UnmatchedTokens.Count > 0 ? $"'{parsed.UnmatchedTokens[0]}' is not understood{Suggestion.For(parsed.UnmatchedTokens[0], Known(command))}"
            : Missing(parsed) is { } argument ? $"{Path(parsed)} wants a {argument.Name}: {argument.Description}"
            : Shown(command).Any() ? $"{Path(parsed)} wants one of: {string.Join(", ", Shown(command).Select(sub => sub.Name))}"
            : string.Join(' ', parsed.Errors[0].Message.TrimEnd('.').Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static Argument? Missing(ParseResult parsed) => parsed.CommandResult.Command.Arguments
        .FirstOrDefault(argument => argument.Arity.MinimumNumberOfValues > (parsed.GetResult(argument)?.Tokens.Count ?? 0));

    private static IEnumerable<Command> Shown(Command command) => command.Subcommands.Where(sub => !sub.Hidden);

    private static IEnumerable<string> Known(Command command) => Shown(command).Select(sub => sub.Name).Concat(command.Options.Select(option => option.Name));

    private static string Path(ParseResult parsed)
    {
        var words = new Stack<string>();
        for (var at = parsed.CommandResult; at is not null; at = at.Parent as System.CommandLine.Parsing.CommandResult)
        {
            words.Push(at.Command is RootCommand ? "course" : at.Command.Name);
        }

        return string.Join(' ', words);
    }
}
