using Course.Cli.Grading;
using Course.Kernel.Notebooks;

namespace Course.Cli.Tests.Grading;

public sealed class CopiesTests
{
    private static readonly CourseNotebook Course = new(SmallCourse.Notebook());

    private static readonly Copies Copies = new(new Dictionary<string, string> { ["01-2"] = SmallCourse.Solution("01-2"), ["01-4"] = SmallCourse.Solution("01-4") });

    [Fact]
    public void Marked_SameTextUpToNames_HoldsBothBackAndNamesBoth()
    {
        var book = Marked("01-4", ("Fay", SmallCourse.OwnGradient), ("Emil", SmallCourse.CopiedGradient), ("Gus", SmallCourse.Solution("01-4")));

        Assert.Contains("Emil", Assert.Single(Grade(book, "Fay").Remarks), StringComparison.Ordinal);
        Assert.Contains("Fay", Assert.Single(Grade(book, "Emil").Remarks), StringComparison.Ordinal);
        Assert.Equal(("held", "held", "right"), (Grade(book, "Fay").Outcome, Grade(book, "Emil").Outcome, Grade(book, "Gus").Outcome));
    }

    [Fact]
    public void Marked_StoredSolutionByTwo_IsTheCoursesAndNobodysCopy()
    {
        var book = Marked("01-4", ("Fay", SmallCourse.Solution("01-4")), ("Emil", SmallCourse.Solution("01-4").Replace("Miss", "Off", StringComparison.Ordinal)));

        Assert.All(["Fay", "Emil"], name => Assert.Equal(("right", "the course's stored solution"), (Grade(book, name).Outcome, Assert.Single(Grade(book, name).Remarks))));
    }

    [Theory]
    [InlineData("01-1", "double[] Forward(double[] x, double w, double b)\n{\n    return x.Select(xi => w * xi + b).ToArray();\n}", "a line that everyone writes")]
    [InlineData("01-2", "double Mse(double w, double b)\n{\n    return birds.Average(p => Math.Pow(p.BodyMassG - Neuron(p.FlipperMm, w, b), 2));\n}", "the formula in one line")]
    [InlineData("01-2", "double Mse(double w, double b)\n{\n    return Todo.Double;   // replace this line\n}", "the stub")]
    public void Marked_WhatEveryoneWritesAlike_AccusesNobody(string id, string answer, string why)
    {
        var book = Marked(id, ("Fay", answer), ("Emil", answer));

        Assert.True(Grade(book, "Fay", id).Remarks.Count == 0, why);
        Assert.Equal("right", Grade(book, "Emil", id).Outcome);
    }

    [Fact]
    public void Marked_WrongAnswersThatAgree_AreNamedAndStayWrong()
    {
        var wrong = SmallCourse.OwnGradient.Replace("-2", "2", StringComparison.Ordinal);
        var book = Marked("01-4", "wrong", ("Fay", wrong), ("Emil", wrong));

        Assert.Equal("wrong", Grade(book, "Fay").Outcome);
        Assert.Single(Grade(book, "Fay").Remarks);
    }

    private static GradeBook Marked(string id, params (string Name, string Answer)[] learners) => Marked(id, "right", learners);

    private static GradeBook Marked(string id, string outcome, params (string Name, string Answer)[] learners) => Copies.Marked(new GradeBook(
        [.. learners.Select(learner => new LearnerGrade(learner.Name, [new NotebookGrade("a.ipynb", Course, [new ExerciseGrade(id, outcome, "", learner.Answer)], [])], []))], [Course]));

    private static ExerciseGrade Grade(GradeBook book, string name, string id = "01-4") => book.Learners.Single(learner => learner.Name == name).Find(id)!;
}
