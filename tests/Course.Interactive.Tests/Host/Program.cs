namespace Course.Interactive.Tests.Host;

/// <summary>Runs one notebook in .NET Interactive: its engine keeps the current directory and the library's state for the whole process.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] arguments)
    {
        if (arguments is not [var notebook, var result])
        {
            await Console.Error.WriteLineAsync("usage: Course.Interactive.Tests NOTEBOOK RESULT.json");
            return 2;
        }

        var run = await InteractiveEngine.RunAsync(Path.GetFullPath(notebook));
        run.Save(Path.GetFullPath(result));
        return 0;
    }
}
