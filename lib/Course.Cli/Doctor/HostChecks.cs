using Course.Cli.Kernel;
using Course.Cli.Lab;

namespace Course.Cli.Doctor;

/// <summary>Where notebooks can be opened. None of it is needed for `course run`.</summary>
internal static class HostChecks
{
    internal static IEnumerable<Diagnosis> Run()
    {
        var jupyter = JupyterFinder.OnThisMachine().Find();
        yield return Diagnosis.When(
            jupyter is not null, Health.Warn, "Jupyter", jupyter is null ? "not found" : $"{jupyter.Name} ({string.Join(' ', [jupyter.Program, .. jupyter.Arguments])})",
            $"needed only for course lab: {JupyterAdvice.Short}");
        var kernel = KernelSpecs.AllFolders().Select(folder => Path.Combine(folder, KernelSpecs.DefaultName)).FirstOrDefault(folder => KernelSpecs.Read(folder) is not null);
        var missing = kernel is null ? null : KernelSpecs.MissingProgram(kernel);
        yield return Diagnosis.When(
            kernel is not null && missing is null, Health.Warn, "C# kernel", kernel is null ? "not installed" : missing is null ? kernel : $"{kernel} starts {missing}, which is gone",
            "needed only for a Jupyter that course lab does not start, and for VS Code's Jupyter extension: course kernel install");
    }
}
