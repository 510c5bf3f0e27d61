using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Course.Tests.Repository;

/// <summary>The floors of each project of lib: who uses whom, as written in Repository/Floors, where each folder uses only what stands above it in the list.</summary>
public sealed class FolderGraphTests
{
    private const string Root = "/lib/";

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<string, FolderGraph> Graphs = new();

    public static TheoryData<string> Projects => ["Course", "Course.Torch", "Course.Kernel", "Course.Cli", "Course.Serve"];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Sources_OfTheProject_CompileHere(string project) => AssertNone(LibProject.Of(project).Errors);

    [Theory]
    [MemberData(nameof(Projects))]
    public void Arrow_EveryOneDrawn_IsInTheList(string project)
    {
        var floors = Floors.Of(project);

        AssertNone(GraphOf(project).Arrows
            .Where(arrow => !floors.Arrows.Contains(arrow.Key))
            .Select(arrow => $"{arrow.Key.From} uses {arrow.Key.To}, which the list does not allow: first in {arrow.Value}"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Arrow_EveryOneInTheList_IsDrawn(string project)
    {
        var drawn = GraphOf(project).Arrows;

        AssertNone(Floors.Of(project).Arrows.Where(arrow => !drawn.ContainsKey(arrow))
            .Select(arrow => $"{arrow.From} uses {arrow.To} no more: take it out of the list"));
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Floor_EveryArrow_PointsDown(string project)
    {
        var floors = Floors.Of(project);

        AssertNone(floors.Arrows.Where(arrow => !floors.PointsDown(arrow) && !floors.Pairs.Contains(arrow))
            .Select(arrow => $"{arrow.From} uses {arrow.To}, which stands no lower: a cycle, or a folder on the wrong floor"));
    }

    [Theory]
    [InlineData("class Low { int M(High h) => 0; }", "Low/Low.cs:1 (High)")]
    [InlineData("\nclass Low { object M() => Make.It(); }", "Low/Low.cs:2 (Make)")]
    [InlineData("class Low { object M(object o) => o.Extended(); }", "Low/Low.cs:1 (Extended)")]
    [InlineData("class Low { object M() { High h = new(); return h; } }", "Low/Low.cs:1 (High)")]
    [InlineData("class Low { string M() => nameof(High); }", "Low/Low.cs:1 (High)")]
    [InlineData("/// <see cref=\"High\"/>\nclass Low { }", null)]
    public void Arrows_OfALowRoom_NameThePlaceOfTheFirstUse(string low, string? place)
    {
        const string high = "class High { } static class Make { public static High It() => new(); public static object Extended(this object o) => o; }";
        var trees = new[] { (low, "Low/Low.cs"), (high, "High/Inner/High.cs") }.Select(file => CSharpSyntaxTree.ParseText(file.Item1, path: Root + file.Item2));
        var compilation = CSharpCompilation.Create("lib", trees, [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)]);

        var graph = FolderGraph.Of(Root, compilation, new Floors(["Low:", "High:"]));

        Assert.Equal(place, graph.Arrows.GetValueOrDefault(("Low", "High")));
    }

    [Fact]
    public void PointsDown_OnlyToALineAbove()
    {
        var floors = new Floors(["Low:  # the ground", "", "High: Low", "High <-> Other"]);

        Assert.True(floors.PointsDown(("High", "Low")));
        Assert.False(floors.PointsDown(("Low", "High")));
        Assert.False(floors.PointsDown(("High", "Unknown")));
        Assert.Contains(("Other", "High"), floors.Pairs);
    }

    [Theory]
    [InlineData("Low", "Low")]
    [InlineData("Low/Inner", "Low/Inner")]
    [InlineData("Low/Innermost", "Low")]
    [InlineData("High/Story01", "High/Story*")]
    [InlineData("New/Room", "New")]
    [InlineData("", ".")]
    public void RoomOf_AFolder_IsTheLongestListed(string folder, string room) =>
        Assert.Equal(room, new Floors(["Low:", "Low/Inner:", "High/Story*:"]).RoomOf(folder));

    private static FolderGraph GraphOf(string project) => Graphs.GetOrAdd(
        project, name => FolderGraph.Of(LibProject.Of(name).Folder, LibProject.Of(name).Compilation, Floors.Of(name)));

    private static void AssertNone(IEnumerable<string> faults)
    {
        var text = string.Join('\n', faults);
        Assert.True(text.Length == 0, text);
    }
}
