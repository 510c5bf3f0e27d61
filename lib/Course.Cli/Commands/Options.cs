using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace Course.Cli.Commands;

/// <summary>Shapes of options that several commands share.</summary>
internal static class Options
{
    private const double LongestSeconds = 1e6; // eleven days

    internal static Option<double?> Seconds(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "seconds",
        CustomParser = result => double.TryParse(Word(result), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && value is > 0 and < LongestSeconds
            ? value
            : Refuse<double?>(result, "a number of seconds above 0 is wanted, such as 90 or 0.5"),
    };

    internal static Option<int> AtLeastOne(string name, string description, int fallback) => new(name)
    {
        Description = description,
        HelpName = "number",
        DefaultValueFactory = _ => fallback,
        CustomParser = result => TryWhole(result, 1, int.MaxValue, out var value) ? value : Refuse<int>(result, "a whole number of at least 1 is wanted"),
    };

    internal static Option<int?> Port(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "port",
        CustomParser = result => TryWhole(result, 1, 65535, out var value) ? value : Refuse<int?>(result, "a number from 1 to 65535 is wanted"),
    };

    /// <summary>One of a few words, which help lists in this order.</summary>
    internal static Option<string> OneOf(string name, string description, string fallback, params string[] words)
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', words), DefaultValueFactory = _ => fallback };
        return option.AcceptOnlyFromAmong(words);
    }

    /// <summary><c>--tier</c>, with the words of the course's Tier.</summary>
    internal static Option<string> Tier(string description, string fallback) => OneOf("--tier", description, fallback, "browser", "fast", "laptop", "full");

    /// <summary>The values of an argument that takes any words; a word that looks like an option is one that was mistyped.</summary>
    /// <exception cref="UsageException">There is such a word.</exception>
    internal static IReadOnlyList<string> WithoutMistypedOptions(ParseResult parsed, Argument<string[]> argument)
    {
        var words = parsed.GetValue(argument) ?? [];
        if (words.FirstOrDefault(word => word.StartsWith('-')) is { } wrong)
        {
            throw new UsageException($"unknown option {wrong}{Suggestion.For(wrong, parsed.CommandResult.Command.Options.Select(option => option.Name))}");
        }

        return words;
    }

    private static string Word(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static bool TryWhole(ArgumentResult result, int lowest, int highest, out int value) =>
        int.TryParse(Word(result), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && value >= lowest && value <= highest;

    private static T? Refuse<T>(ArgumentResult result, string wanted)
    {
        result.AddError($"{(result.Parent as OptionResult)?.Option.Name} {Word(result)}: {wanted}");
        return default;
    }
}
