namespace Course.Tests.Notebook;

/// <summary>A learner of our own: an empty home folder, the default tier, free kernel slots. Process-wide, so its users share a collection and run one after the other.</summary>
internal sealed class LearnerState : IDisposable
{
    public const string Name = "learner state";

    private readonly string? _homeBefore = Environment.GetEnvironmentVariable(UserFolder.Variable);

    public LearnerState()
    {
        Environment.SetEnvironmentVariable(UserFolder.Variable, Home);
        Tier.Reset();
        AppContext.SetData(KernelSlots.ReportSlot, (Action<string>)Reports.Add);
    }

    public string Home { get; } = Directory.CreateTempSubdirectory("course-tests-").FullName;

    public List<string> Reports { get; } = [];

    public void Dispose()
    {
        Environment.SetEnvironmentVariable(UserFolder.Variable, _homeBefore);
        Tier.Reset();
        AppContext.SetData(KernelSlots.ReportSlot, null);
        AppContext.SetData(KernelSlots.DisplaySlot, null);
        Directory.Delete(Home, recursive: true);
    }
}
