using Course.Browser.Tests.Support;
using Microsoft.Playwright;

namespace Course.Browser.Tests;

/// <summary>The page of <c>course serve</c>: a digit drawn with a mouse, a finger and the keyboard.</summary>
[Collection(BrowserTests.Name)]
public sealed class DrawPageTests(Chromium browser, ModelServer server) : IClassFixture<ModelServer>
{
    // In parts of the paper's side.
    private static readonly (double X, double Y)[] One = [(0.5, 0.15), (0.5, 0.5), (0.5, 0.85)];
    private static readonly (double X, double Y)[] Zero = [.. Enumerable.Range(0, 25).Select(i => (0.5 + (0.22 * Math.Sin(i * Math.PI / 12)), 0.5 - (0.35 * Math.Cos(i * Math.PI / 12))))];

    [Fact]
    public async Task Draw_WithTheMouse_InTheDark_BarsFollowLive()
    {
        await using var visit = await browser.OpenAsync(server.Address, dark: true);
        var box = await BoxAsync(visit);
        await MoveAsync(visit.Page, box, One[0]);
        await visit.Page.Mouse.DownAsync();
        foreach (var point in One[1..])
        {
            await MoveAsync(visit.Page, box, point);
        }

        await WaitForAsync(visit, 1); // the button is still down
        Assert.Equal("Drawing…", await visit.Page.Locator("#said").TextContentAsync());
        await visit.Page.Mouse.UpAsync();

        await Assertions.Expect(visit.Page.Locator("#said")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex(@"^Probably 1, \d+ %\.$"));
        var shares = await SharesAsync(visit);
        Assert.InRange(shares.Sum(), 0.99, 1.01);
        Assert.InRange((await visit.AskAsync("() => [...document.getElementById('seen').getContext('2d').getImageData(0, 0, 28, 28).data].filter((value, at) => at % 4 === 3 && value > 128).length")).GetInt32(), 20, 120);

        await visit.Page.Locator("#clear").ClickAsync();
        await Assertions.Expect(visit.Page.Locator("#said")).ToHaveTextAsync("Nothing is drawn yet.");
        Assert.All(await SharesAsync(visit), share => Assert.Equal(0, share));
        Assert.Empty(visit.Errors);
        Assert.All(visit.Requests, request => Assert.StartsWith(server.Address, request, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draw_WithAFinger_OnAPhone_IsSeen()
    {
        await using var visit = await browser.OpenAsync(server.Address, 390, touch: true);
        Assert.Empty(await visit.AskTextsAsync("() => probe.overflow()"));
        await visit.Page.Locator("#paper").ScrollIntoViewIfNeededAsync();
        var box = await BoxAsync(visit);
        var scrolled = await visit.AskAsync("() => scrollY");
        var touch = await visit.Page.Context.NewCDPSessionAsync(visit.Page);

        await TouchAsync(touch, "touchStart", box, Zero[0]);
        foreach (var point in Zero[1..])
        {
            await TouchAsync(touch, "touchMove", box, point);
        }

        await touch.SendAsync("Input.dispatchTouchEvent", new() { ["type"] = "touchEnd", ["touchPoints"] = Array.Empty<object>() });

        await WaitForAsync(visit, 0);
        Assert.Equal(scrolled.GetDouble(), (await visit.AskAsync("() => scrollY")).GetDouble()); // the page lay still
        Assert.Empty(visit.Errors);
    }

    [Fact]
    public async Task Draw_WithTheKeyboard_IsSeenAndUndone()
    {
        await using var visit = await browser.OpenAsync(server.Address);
        await visit.Page.Locator("#paper").FocusAsync();
        await visit.Page.Keyboard.PressAsync("Space");
        for (var i = 0; i < 15; i++)
        {
            await visit.Page.Keyboard.PressAsync("ArrowDown");
        }

        await WaitForAsync(visit, 1);
        await visit.Page.Keyboard.PressAsync("Space");
        await Assertions.Expect(visit.Page.Locator("#said")).ToHaveTextAsync(new System.Text.RegularExpressions.Regex("^Probably 1,"));
        await visit.Page.Keyboard.PressAsync("ArrowLeft"); // the pen is up: nothing is drawn
        await visit.Page.Keyboard.PressAsync("Backspace");
        await Assertions.Expect(visit.Page.Locator("#said")).ToHaveTextAsync("Nothing is drawn yet.");
        await visit.Page.Keyboard.PressAsync("Tab");
        Assert.Equal("undo", (await visit.AskAsync("() => document.activeElement.id")).GetString()); // no trap
        Assert.Empty(visit.Errors);
    }

    [Theory]
    [InlineData(1280, false)]
    [InlineData(390, true)]
    public async Task Page_Drawn_IsForEverybody(int width, bool dark)
    {
        await using var visit = await browser.OpenAsync(server.Address, width, dark);
        await visit.Page.Locator("#paper").ClickAsync();
        await visit.Page.Locator("#bars .best").WaitForAsync();

        Assert.Empty(await Axe.ViolationsAsync(visit));
        Assert.Empty(await visit.AskTextsAsync("() => probe.faint()"));
        Assert.Empty(await visit.AskTextsAsync("() => probe.overflow()"));
    }

    [Fact]
    public async Task Page_InlineScript_DoesNotRun()
    {
        await using var visit = await browser.OpenAsync(server.Address);

        var ran = await visit.AskAsync("() => { const script = document.createElement('script'); script.textContent = 'window.ran = true'; document.body.append(script); return window.ran === true; }");

        Assert.False(ran.GetBoolean());
        Assert.Contains(visit.Errors, error => error.Contains("Content Security Policy", StringComparison.Ordinal));
    }

    private static async Task<LocatorBoundingBoxResult> BoxAsync(Visit visit) => (await visit.Page.Locator("#paper").BoundingBoxAsync())!;

    private static Task MoveAsync(IPage page, LocatorBoundingBoxResult box, (double X, double Y) point) =>
        page.Mouse.MoveAsync((float)(box.X + (point.X * box.Width)), (float)(box.Y + (point.Y * box.Height)), new() { Steps = 5 });

    private static async Task TouchAsync(ICDPSession touch, string type, LocatorBoundingBoxResult box, (double X, double Y) point) => await touch.SendAsync(
        "Input.dispatchTouchEvent",
        new() { ["type"] = type, ["touchPoints"] = new[] { new { x = box.X + (point.X * box.Width), y = box.Y + (point.Y * box.Height) } } });

    // Until a label's bar is the longest.
    private static Task WaitForAsync(Visit visit, int label) => Assertions.Expect(visit.Page.Locator("#bars .best .label")).ToHaveTextAsync($"{label}");

    private static async Task<double[]> SharesAsync(Visit visit) => await visit.Page.EvaluateAsync<double[]>(
        "() => [...document.querySelectorAll('#bars .fill')].map((fill) => Number(fill.style.transform.match(/scaleX\\((.*)\\)/)[1]))");
}
