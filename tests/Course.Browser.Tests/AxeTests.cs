using Course.Browser.Tests.Support;
using Microsoft.Playwright;

namespace Course.Browser.Tests;

/// <summary>Pages for everybody: no finding of axe, of any level, on any page, light on a desk and dark on a phone.</summary>
/// <remarks>The other two forms have nothing of their own: colours and widths do not depend on each other. One look takes seconds.</remarks>
[Collection(BrowserTests.Name)]
public sealed class AxeTests(Chromium browser, CourseSite site) : IClassFixture<CourseSite>
{
    private static readonly (int Width, ColorScheme Scheme)[] Forms =
        [(1280, ColorScheme.Light), (390, ColorScheme.Dark)];

    public static TheoryData<string> Pages => [.. CourseSite.Pages, "index.html", "glossary.html", "errata.html"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Page_InAnyForm_IsForEverybody(string page)
    {
        await using var visit = await browser.OpenAsync(site.Address + page);
        var violations = new List<string>();
        foreach (var (width, scheme) in Forms)
        {
            await visit.Page.SetViewportSizeAsync(width, 900);
            await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme });
            violations.AddRange((await Axe.ViolationsAsync(visit)).Select(violation => $"{width} px, {scheme}: {violation}"));
        }

        Assert.Empty(violations);
    }

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
