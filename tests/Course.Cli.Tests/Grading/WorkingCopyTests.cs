using Course.Cli.Grading;
using Course.Kernel.Notebooks;

namespace Course.Cli.Tests.Grading;

public sealed class WorkingCopyTests
{
    private static readonly CourseNotebook Course = new(SmallCourse.Notebook());

    [Fact]
    public void Plan_UntouchedCopy_AsksEachCheckAfterItsCell()
    {
        var copy = Copy(SmallCourse.Notebook());

        Assert.Equal(["learner-1", "learner-2", "learner-3", "learner-4", "check-01-1", "learner-5", "check-01-2", "learner-6", "check-01-4"], copy.Cells.Select(cell => cell.Key));
        Assert.All(copy.Exercises, exercise => Assert.Equal(CheckState.Untouched, exercise.State));
        Assert.Empty(copy.OwnCode);
        Assert.Empty(copy.Restored);
    }

    [Fact]
    public void Plan_Checks_AreTheLibrarysAndNoneOfTheLearners()
    {
        var copy = Copy(SmallCourse.Notebook().Solved());

        Assert.DoesNotContain(copy.Cells.Where(cell => cell.Checks is null), cell => cell.Source.Contains("Check.Exercise", StringComparison.Ordinal));
        Assert.Equal("global::Course.Check.Exercise(\"01-2\", (global::System.Func<double, double, double>)Mse)", copy.Cells.Single(cell => cell.Checks == "01-2").Source);
    }

    [Theory]
    [InlineData("Check.Exercise(\"01-2\", Mse)", nameof(CheckState.Untouched))]
    [InlineData("Check . Exercise( \"01-2\", Mse ); // mine", nameof(CheckState.Untouched))]
    [InlineData("Check.Exercise(\"01-2\", MyMse)", nameof(CheckState.Changed))]
    [InlineData("Check.Exercise(\"01-2\", (double w, double b) => 1.0)", nameof(CheckState.Changed))]
    [InlineData("Check.Exercise(\"01-1\", Mse)", nameof(CheckState.Changed))]
    [InlineData("// Check.Exercise(\"01-2\", Mse)", nameof(CheckState.Removed))]
    [InlineData("\"✓ right: Exercise 01-2\"", nameof(CheckState.Removed))]
    [InlineData("", nameof(CheckState.Removed))]
    public void Plan_ChecksOfTheLearner_AreCompared(string check, string state) =>
        Assert.Equal(state, Copy(SmallCourse.Notebook().With("01-2", SmallCourse.Solution("01-2"), check)).Exercises[1].State.ToString());

    [Fact]
    public void Plan_CheckWithinOtherCode_StaysAndCountsNothing()
    {
        var copy = Copy(SmallCourse.Notebook().Added("mine", "var card = Check.Exercise(\"01-2\", Mse);"));

        Assert.Equal(["learner-7", "check-01-2"], copy.Cells.Skip(copy.Cells.Count - 2).Select(cell => cell.Key));
    }

    [Fact]
    public void Plan_AnswerWithoutIdAndCheck_IsFoundByItsFunction()
    {
        var notebook = SmallCourse.Notebook().Without("exercise-01-2").Added("mine", SmallCourse.Solution("01-2"));

        var exercise = Copy(notebook).Exercises[1];

        Assert.Equal((CheckState.Removed, SmallCourse.Solution("01-2")), (exercise.State, exercise.Answer));
    }

    [Fact]
    public void Plan_ExerciseThatIsGone_IsAbsentAndNotAsked()
    {
        var copy = Copy(SmallCourse.Notebook().Without("exercise-01-2"));

        Assert.Equal(CheckState.Absent, copy.Exercises[1].State);
        Assert.DoesNotContain(copy.Cells, cell => cell.Checks == "01-2");
    }

    [Fact]
    public void Plan_CellsThatAreGone_ComeBackAtTheirPlace()
    {
        var copy = Copy(SmallCourse.Notebook().Without("cell-02").Without("cell-06"));

        Assert.Equal(["course-cell-02", "learner-1", "course-cell-06", "learner-2", "check-01-1"], copy.Cells.Take(5).Select(cell => cell.Key));
        Assert.Equal(["cell-06"], copy.Restored);
    }

    [Fact]
    public void Plan_OtherFirstCell_ComesAfterTheCoursesOwn()
    {
        var copy = Copy(SmallCourse.Notebook().Added("mine", "#r \"Course.dll\"", at: 0));

        Assert.Equal(["course-cell-02", "learner-1", "learner-2"], copy.Cells.Take(3).Select(cell => cell.Key));
    }

    [Fact]
    public void Plan_HelperOfACheckRedeclared_IsTheCoursesAgain()
    {
        var course = NotebookOf(("cell-1", "#r \"nuget: Course, 1.0.0\""), ("cell-2", "double Shared(Func<double> f) => f();"), ("exercise-05-2", "double Walk() => Todo.Double;\n\nCheck.Exercise(\"05-2\", () => Shared(Walk))"));
        var learners = NotebookOf(("cell-1", "#r \"nuget: Course, 1.0.0\""), ("cell-2", "double Shared(Func<double> f) => 42;"), ("exercise-05-2", "double Walk() => 1;\n\nCheck.Exercise(\"05-2\", () => Shared(Walk))"));

        var copy = new WorkingCopy(new CourseNotebook(course), learners);

        Assert.Equal(["learner-1", "learner-2", "learner-3", "helper-05-2-0", "check-05-2"], copy.Cells.Select(cell => cell.Key));
        Assert.Equal("double Shared(Func<double> f) => f();", copy.Cells[3].Source);
    }

    [Fact]
    public void Document_Lines_KeepTheirNumbers()
    {
        var notebook = SmallCourse.Notebook().With("01-1", "Check.Exercise(\"01-1\", Forward);\nint after = 1;", "");

        Assert.Equal("int after = 1;", Copy(notebook).Cells.Single(cell => cell.Key == "learner-4").Source.Split('\n')[1]);
    }

    private static WorkingCopy Copy(NotebookDocument notebook) => new(Course, notebook);

    private static NotebookDocument NotebookOf(params (string Id, string Source)[] cells)
    {
        var notebook = new NotebookDocument { Path = "05-a.ipynb" };
        cells.ToList().ForEach(cell => notebook.Added(cell.Id, cell.Source));
        return notebook;
    }
}
