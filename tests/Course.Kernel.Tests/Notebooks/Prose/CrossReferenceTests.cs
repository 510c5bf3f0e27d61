using Course.Kernel.Notebooks.Prose;

namespace Course.Kernel.Tests.Notebooks.Prose;

public sealed class CrossReferenceTests
{
    [Theory]
    [InlineData("as in notebook 05.", "notebook 05")]
    [InlineData("Notebook 02's ReLU", "Notebook 02")]
    [InlineData("Needs notebooks 01, 03 and 05.", "notebooks 01|03|05")]
    [InlineData("Needs notebooks 01\u201303.", "notebooks 01|03")]
    [InlineData("exercise 04-2 and exercises 04-3 to 04-5", "exercise 04-2|exercises 04-3|04-5")]
    [InlineData("a notebook of 05, the 12 months, notebook 2015, exercise 04-22, notebook 04-1", "")]
    public void Text_ThatNamesPlaces_HasReferences(string text, string expected) =>
        Assert.Equal(expected, string.Join('|', CrossReference.In(text).Select(reference => text.Substring(reference.Index, reference.Length))));
}
