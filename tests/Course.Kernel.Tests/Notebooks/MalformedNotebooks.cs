namespace Course.Kernel.Tests.Notebooks;

/// <summary>Twenty files that are not notebooks, each with words that the complaint must contain.</summary>
public static class MalformedNotebooks
{
    /// <summary>Name of the fault, the file's text, words of the complaint.</summary>
    public static IReadOnlyList<(string Name, string Text, string Complaint)> All { get; } =
    [
        ("empty", "", "not valid JSON"),
        ("cut-short", """{"cells": [{"cell_type": "co""", "not valid JSON"),
        ("plain-text", "Dear diary", "not valid JSON"),
        ("merge-conflict", "<<<<<<< HEAD\n{}\n=======\n{}\n>>>>>>> theirs\n", "not valid JSON"),
        ("trailing-comma", """{"cells": [], "nbformat": 4,}""", "not valid JSON"),
        ("null", "null", "the file is missing"),
        ("array", "[]", "the file is an array"),
        ("no-format", """{"cells": []}""", "nbformat"),
        ("text-format", """{"cells": [], "nbformat": "4"}""", "nbformat"),
        ("format-3", """{"worksheets": [], "nbformat": 3, "nbformat_minor": 0}""", "nbformat 3"),
        ("no-cells", """{"nbformat": 4, "nbformat_minor": 5}""", "\"cells\" is missing"),
        ("cells-object", """{"cells": {}, "nbformat": 4}""", "\"cells\" is an object"),
        ("cell-number", Notebook("7"), "cell 1 is a number"),
        ("no-type", Notebook("""{"id": "a", "source": ""}"""), "cell_type"),
        ("unknown-type", Notebook("""{"cell_type": "kode", "id": "a", "source": ""}"""), "\"kode\""),
        ("source-number", Notebook("""{"cell_type": "markdown", "id": "a", "source": 5}"""), "\"source\" is a number"),
        ("source-mixed", Notebook("""{"cell_type": "markdown", "id": "a", "source": ["x", 5]}"""), "\"source\" is an array"),
        ("bad-id", Notebook("""{"cell_type": "markdown", "id": "a b", "source": ""}"""), "an id is"),
        ("same-id", Notebook("""{"cell_type": "markdown", "id": "a", "source": ""}, {"cell_type": "markdown", "id": "a", "source": ""}"""), "repeats the id"),
        ("outputs-text", Notebook("""{"cell_type": "code", "id": "a", "source": "", "outputs": "2"}"""), "\"outputs\" is a text"),
    ];

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(entry => entry.Name)];

    private static string Notebook(string cells) => $$"""{"cells": [{{cells}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""";
}
