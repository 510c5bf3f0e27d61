namespace Course.Kernel.Tests.Notebooks;

/// <summary>Files that are not notebooks, each with words that the complaint must contain.</summary>
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
        ("half-source", Notebook("""{"cell_type": "code", "id": "a", "source": "\ud83d"}"""), "half a character"),
        ("half-lines", Notebook("""{"cell_type": "code", "id": "a", "source": ["x", "\uDE00"]}"""), "half a character"),
        ("half-id", Notebook("""{"cell_type": "code", "id": "\ud83d", "source": ""}"""), "half a character"),
        ("half-metadata", Notebook("""{"cell_type": "code", "id": "a", "metadata": {"tags": ["\ud83d"]}, "source": ""}"""), "half a character"),
        ("half-key", Notebook("""{"cell_type": "code", "id": "a", "metadata": {"\ud83d": 1}, "source": ""}"""), "half a character"),
        ("half-attachment", Notebook("""{"cell_type": "markdown", "id": "a", "attachments": {"p.png": {"image/png": "\ud83d"}}, "source": ""}"""), "half a character"),
        ("half-output", Notebook("""{"cell_type": "code", "id": "a", "outputs": [{"output_type": "stream", "text": "\ud83d"}], "source": ""}"""), "half a character"),
        ("key-twice", Notebook("""{"cell_type": "code", "id": "a", "outputs": [{"data": {"a": 1, "a": 2}}], "source": ""}"""), "not valid JSON"),
        ("outputs-text", Notebook("""{"cell_type": "code", "id": "a", "source": "", "outputs": "2"}"""), "\"outputs\" is a text"),
    ];

    /// <summary>The names, for theories.</summary>
    public static TheoryData<string> Names => [.. All.Select(entry => entry.Name)];

    private static string Notebook(string cells) => $$"""{"cells": [{{cells}}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}""";
}
