using Course.Cli.Grading;

namespace Course.Cli.Tests.Grading;

public sealed class GradeCsvTests
{
    private static readonly CourseNotebook Course = new(SmallCourse.Notebook());

    [Fact]
    public void Of_ALearner_IsARowOfOutcomesPointsAndRemarks() => Assert.Equal(
        "learner,01-1,01-2,01-4,points,remarks\r\nAnna,right,,held,1,\"01-4: look\"\r\n",
        GradeCsv.Of(Book("Anna", [new ExerciseGrade("01-1", "right", "", ""), new ExerciseGrade("01-4", "right", "", "").HeldBack("look")])));

    [Theory]
    [InlineData("=cmd()", "'=cmd()")]
    [InlineData("+1", "'+1")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData(" =1", "\"' =1\"")]
    [InlineData("＝1", "'＝1")]
    [InlineData("\t=1", "\"' =1\"")]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("a\"b", "\"a\"\"b\"")]
    [InlineData("a\r\nb", "\"a b\"")]
    [InlineData("Ännchen", "Ännchen")]
    [InlineData("O'Neil", "O'Neil")]
    public void Of_AName_IsTextInEverySpreadsheet(string name, string field) => Assert.Equal($"{field},,,,0,", GradeCsv.Of(Book(name, [])).Split("\r\n")[1]);

    [Fact]
    public void Write_APlaceThatRefuses_LeavesTheOldFile()
    {
        using var scratch = new Scratch();
        Directory.CreateDirectory(scratch.At("grades.csv")); // a folder of that name

        Assert.ThrowsAny<Exception>(() => GradeCsv.Write(scratch.At("grades.csv"), Book("Anna", [])));

        Assert.Equal([scratch.At("grades.csv")], Directory.EnumerateFileSystemEntries(scratch.Folder));
    }

    private static GradeBook Book(string name, IReadOnlyList<ExerciseGrade> exercises) => new([new LearnerGrade(name, [new NotebookGrade("a.ipynb", Course, exercises, [])], [])], [Course]);
}
