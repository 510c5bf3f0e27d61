namespace Course;

/// <summary>What a notebook asks of the program that runs it. Works alike in .NET Interactive, Verso, our kernel and on a console.</summary>
public static class Notebook
{
    /// <summary>Whether <see cref="Shown.Update"/> replaces pictures here.</summary>
    public static bool CanUpdate => NotebookHost.Current.CanUpdate;

    /// <summary>The set-up card of a notebook: title, tier, backend, checks passed. Brings the charts' JavaScript along, once per session.</summary>
    /// <param name="id">Two digits, as in the file's name: "01".</param>
    /// <exception cref="ArgumentException">No notebook of that id.</exception>
    public static HtmlValue Open(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        var chapter = Chapter.Find(id) ?? throw new ArgumentException(
            $"Notebook.Open: there is no notebook \"{id}\"; the ids are {Chapter.All[0].Id} to {Chapter.All[^1].Id}", nameof(id));
        return SetUpCard.For(chapter);
    }

    /// <summary>Shows a value now, in the middle of a cell.</summary>
    /// <returns>A handle that replaces it in place where the host can.</returns>
    public static Shown Show(object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new Shown(NotebookHost.Current.Show(value));
    }

    /// <summary>Starts a progress bar; dispose it to show the final state.</summary>
    /// <param name="label">What is going on, such as "train".</param>
    /// <param name="total">Number of steps; 0 when unknown.</param>
    /// <param name="unit">Name of a step, such as "batches"; "B" counts bytes and shows megabytes.</param>
    public static ProgressBar Progress(string label, long total, string? unit = null) => ProgressBar.Start(label, total, unit);

    /// <summary>Examines what the course needs: runtime, host, charts, data, processor, memory, torch backend. Says what to do about what is missing.</summary>
    public static HtmlValue Doctor() => DoctorReport.Of(Course.Doctor.Examine());

    /// <summary>The map of the course: all notebooks, and how many of each one's checks are passed.</summary>
    public static HtmlValue Map()
    {
        var solved = LearnerProgress.Load();
        return Table.Of(
            Chapter.All,
            ("part", chapter => chapter.OpensPart ? chapter.Part : ""),
            ("notebook", chapter => $"{chapter.Id} · {chapter.Title}"),
            ("checks", chapter => solved.CountText(chapter.Id)));
    }
}
