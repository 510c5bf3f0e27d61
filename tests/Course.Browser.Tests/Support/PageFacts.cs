using System.Text.Json;

namespace Course.Browser.Tests.Support;

/// <summary>What three visits to a page showed: on a desk, light and then dark; on a phone, dark; and without scripts.</summary>
internal sealed record PageFacts
{
    private const int PhoneWidth = 390;
    private static readonly JsonSerializerOptions CamelCase = new(JsonSerializerDefaults.Web);

    /// <summary>Every chart panel, drawn.</summary>
    public required IReadOnlyList<ChartFacts> Charts { get; init; }

    /// <summary>How many sliders were dragged.</summary>
    public required int Sliders { get; init; }

    /// <summary>Sliders whose chart looked the same at another position.</summary>
    public required IReadOnlyList<string> DeadSliders { get; init; }

    /// <summary>Console errors, exceptions and failed requests of all visits with scripts.</summary>
    public required IReadOnlyList<string> Errors { get; init; }

    /// <summary>Addresses asked for by any visit.</summary>
    public required IReadOnlyList<string> Requests { get; init; }

    /// <summary>What is wider than a phone.</summary>
    public required IReadOnlyList<string> Overflow { get; init; }

    /// <summary>Text of too little contrast on the light page.</summary>
    public required IReadOnlyList<string> FaintInLight { get; init; }

    /// <summary>Text of too little contrast on the dark page.</summary>
    public required IReadOnlyList<string> FaintInDark { get; init; }

    /// <summary>Lines, marks and bars of too little contrast, on the light page and on the dark one.</summary>
    public required IReadOnlyList<string> FaintLines { get; init; }

    /// <summary>Words of charts that are too small to read on a phone.</summary>
    public required IReadOnlyList<string> TinyWords { get; init; }

    /// <summary>Names of layers that have one colour in one chart and another in the next.</summary>
    public required IReadOnlyList<string> TwoColoured { get; init; }

    /// <summary>Layers of one chart that look alike.</summary>
    public required IReadOnlyList<string> Twins { get; init; }

    /// <summary>Names of axes that on a phone run into the title or out of the chart.</summary>
    public required IReadOnlyList<string> Crowded { get; init; }

    /// <summary>What goes on beyond the edge of a phone, and does not show it.</summary>
    public required IReadOnlyList<string> Cueless { get; init; }

    /// <summary>What ends on a desk neither with the text nor with the code.</summary>
    public required IReadOnlyList<string> OffGrid { get; init; }

    /// <summary>Charts whose scale of colours says not what it measures.</summary>
    public required IReadOnlyList<string> NamelessScales { get; init; }

    /// <summary>Pictures of chart panels that show without scripts.</summary>
    public required int Fallbacks { get; init; }

    /// <summary>Pictures that do not load without scripts.</summary>
    public required IReadOnlyList<string> BrokenPictures { get; init; }

    /// <summary>Words that the edge of a static drawing cuts off.</summary>
    public required IReadOnlyList<string> ClippedWords { get; init; }

    /// <summary>Findings of axe, light on a desk and dark on a phone.</summary>
    public required IReadOnlyList<string> Violations { get; init; }

    public static async Task<PageFacts> GatherAsync(Chromium browser, string url)
    {
        await using var desk = await browser.OpenAsync(url);
        var charts = (await desk.AskAsync("() => probe.charts()")).Deserialize<ChartFacts[]>(CamelCase)!;
        var faint = await desk.AskTextsAsync("() => probe.faint()");
        var (faintLines, twoColoured) = (await desk.AskTextsAsync("() => probe.faintLines(3)"), await desk.AskTextsAsync("() => probe.twoColoured()"));
        var nameless = await desk.AskTextsAsync("() => probe.namelessScales()");
        var twins = await desk.AskTextsAsync("() => probe.twins()");
        var offGrid = await desk.AskTextsAsync("() => probe.offGrid()");
        var violations = await Axe.ViolationsAsync(desk);
        var (sliders, dead) = await DragSlidersAsync(desk);

        await using var phone = await browser.OpenAsync(url, PhoneWidth, dark: true);
        var overflow = await phone.AskTextsAsync("() => probe.overflow()");
        var crowded = await phone.AskTextsAsync("() => probe.crowded()");
        var cueless = await phone.AskTextsAsync("() => probe.cueless()");
        var tiny = await phone.AskTextsAsync("() => probe.tiny(9)");
        var faintInDark = await phone.AskTextsAsync("() => probe.faint()");
        var faintLinesInDark = await phone.AskTextsAsync("() => probe.faintLines(3)");
        var violationsInDark = await Axe.ViolationsAsync(phone);

        await desk.DarkenAsync(); // what a phone has no room for
        faintInDark = [.. faintInDark, .. await desk.AskTextsAsync("() => probe.faint()")];

        await using var still = await browser.OpenAsync(url, PhoneWidth, scripts: false);
        return new PageFacts
        {
            Charts = charts,
            Sliders = sliders,
            DeadSliders = dead,
            Errors = [.. desk.Errors, .. phone.Errors],
            Requests = [.. desk.Requests, .. phone.Requests, .. still.Requests],
            Overflow = overflow,
            FaintInLight = faint,
            FaintInDark = faintInDark,
            FaintLines = [.. faintLines, .. faintLinesInDark],
            TinyWords = [.. tiny, .. await still.AskTextsAsync("() => probe.tiny(8)")],
            TwoColoured = twoColoured,
            Twins = twins,
            Crowded = crowded,
            Cueless = [.. cueless, .. await still.AskTextsAsync("() => probe.cueless()")],
            OffGrid = offGrid,
            NamelessScales = nameless,
            Fallbacks = (await still.AskAsync("() => probe.fallbacks()")).GetInt32(),
            ClippedWords = await still.AskTextsAsync("() => probe.clipped()"),
            Violations = [.. violations.Select(violation => $"on a desk: {violation}"), .. violationsInDark.Select(violation => $"on a phone, dark: {violation}")],
            BrokenPictures = await still.AskTextsAsync("() => probe.brokenPictures()"),
        };
    }

    private static async Task<(int Count, List<string> Dead)> DragSlidersAsync(Visit visit)
    {
        var sliders = (await visit.AskAsync("() => probe.sliders()")).Deserialize<Slider[]>(CamelCase)!;
        var dead = new List<string>();
        foreach (var slider in sliders)
        {
            var before = (await visit.AskAsync($"() => probe.state({slider.Chart})")).GetString();
            if (!await MoveAsync(visit, slider, before))
            {
                dead.Add($"{slider.Kind} {slider.Index} of chart {slider.Chart}");
            }
        }

        return (sliders.Length, dead);
    }

    // Whether the chart came to look otherwise than before.
    private static async Task<bool> MoveAsync(Visit visit, Slider slider, string? before)
    {
        var selector = slider.Kind == "input" ? "input[type=range]" : ".slider-rail-touch-rect";
        var handle = visit.Page.Locator("[data-chart]").Nth(slider.Chart).Locator(selector).Nth(slider.Index);
        await handle.ScrollIntoViewIfNeededAsync();
        var box = await handle.BoundingBoxAsync() ?? throw new InvalidOperationException("a slider has no box");

        // Whichever end it stands at, one of two clicks is somewhere else; a real mouse, as the reader has.
        foreach (var place in new[] { 0.15, 0.8 })
        {
            await visit.Page.Mouse.ClickAsync((float)(box.X + (box.Width * place)), (float)(box.Y + (box.Height / 2)));
            await visit.Page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 250)))");
            if ((await visit.AskAsync($"() => probe.state({slider.Chart})")).GetString() != before)
            {
                return true;
            }
        }

        return false;
    }

    private sealed record Slider(int Chart, int Index, string Kind);
}
