using Course.Browser.Tests.Support;

namespace Course.Browser.Tests;

/// <summary>Pages for everybody: no finding of axe, of any level, on any page, light on a desk and dark on a phone.</summary>
/// <remarks>The other two forms have nothing of their own: colours and widths do not depend on each other. One look takes seconds.</remarks>
[Collection(BrowserTests.Name)]
public sealed class AxeTests(Chromium browser, CourseSite site)
{
    public static TheoryData<string> Pages => [.. CourseSite.Pages, "index.html", "glossary.html", "errata.html"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InAnyForm_IsForEverybody(string page) =>
        Assert.Empty((await browser.FactsAsync(site.Address + page)).Violations);

    [Fact]
    public async Task Search_Opened_IsForEverybody()
    {
        await using var visit = await browser.OpenAsync(site.Address + "01-neuron-and-mse.html");
        await visit.Page.Keyboard.PressAsync("/");
        await visit.Page.Keyboard.TypeAsync("line");
        await visit.Page.Locator(".search [role=option]").First.WaitForAsync();
        Assert.Empty(await Axe.ViolationsAsync(visit));
    }
}
