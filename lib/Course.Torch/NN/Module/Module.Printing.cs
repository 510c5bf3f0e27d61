using System.Collections;
using System.Globalization;
using System.Reflection;
using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>The structure as PyTorch prints it: a line per module with its name, kind and settings, those inside indented.</summary>
            public override string ToString()
            {
                var inner = Lines().Select(line => "  " + line.Replace("\n", "\n  ", StringComparison.Ordinal) + "\n").ToArray();
                var kind = GetType().Name.Split('`')[0];
                return inner.Length == 0 ? $"{kind}({Settings()})" : $"{kind}(\n{string.Concat(inner)})";
            }

            /// <summary>What PyTorch prints between a module's brackets. Unless a layer says otherwise: its properties that can be set.</summary>
            internal virtual string Settings() => IsOurs
                ? string.Join(", ", GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
                    .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0 && property.PropertyType != typeof(Parameter))
                    .Select(property => (property.Name, Value: property.GetValue(this)))
                    .Where(setting => setting is not ("inplace", false))
                    .Select(setting => $"{setting.Name}={SettingText(setting.Value)}"))
                : string.Empty;

            /// <summary>One line, or several, for each part.</summary>
            internal virtual IEnumerable<string> Lines() => named_children().Select(child => $"({child.name}): {child.module}");

            /// <summary>A value in Python's spelling: 1.0, 1e-05, True, 'none', (3, 3).</summary>
            internal static string SettingText(object? value) => value switch
            {
                null => "None",
                bool truth => truth ? "True" : "False",
                double number => number == Math.Floor(number) && Math.Abs(number) < 1e16
                    ? number.ToString("0.0", CultureInfo.InvariantCulture)
                    : number.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal),
                Enum choice => $"'{choice.ToString().ToLowerInvariant()}'",
                IEnumerable list and not string => "(" + string.Join(", ", list.Cast<object>().Select(SettingText)) + (list.Cast<object>().Count() == 1 ? ",)" : ")"),
                _ => Convert.ToString(value, CultureInfo.InvariantCulture)!,
            };

            /// <summary>One number where all sizes are equal, as PyTorch has it when one was given.</summary>
            internal static string SizesText(long[]? sizes, long missing) => sizes is null or [] ? SettingText(missing)
                : sizes.Distinct().Count() == 1 ? SettingText(sizes[0]) : SettingText(sizes);

            private bool IsOurs => GetType().Assembly == typeof(Module).Assembly;
        }
    }
}
