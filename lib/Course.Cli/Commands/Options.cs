using System.CommandLine;

namespace Course.Cli.Commands;

/// <summary>Shapes of options that several commands share.</summary>
internal static class Options
{
    internal static Option<double?> Positive(string name, string description)
    {
        var option = new Option<double?>(name) { Description = description };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<double?>() is { } value and not (> 0 and < 1e6))
            {
                result.AddError($"{name} {value:R}: a number of seconds above 0 is wanted");
            }
        });
        return option;
    }

    internal static Option<int> AtLeastOne(string name, string description, int fallback)
    {
        var option = new Option<int>(name) { Description = description, DefaultValueFactory = _ => fallback };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() < 1)
            {
                result.AddError($"{name}: a whole number of at least 1 is wanted");
            }
        });
        return option;
    }

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
}
