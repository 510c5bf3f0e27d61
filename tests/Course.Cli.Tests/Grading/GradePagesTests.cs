using Course.Cli.Grading;

namespace Course.Cli.Tests.Grading;

public sealed class GradePagesTests
{
    [Theory]
    [InlineData("Anna B|anna b|ANNA-B", "anna-b.html|anna-b-2.html|anna-b-3.html")]
    [InlineData("Index|***|???", "index-2.html|learner.html|learner-2.html")]
    [InlineData("../../etc/passwd|Änne", "etcpasswd.html|änne.html")]
    public void FilesOf_Names_AreDifferentFilesOfTheFolder(string names, string files) =>
        Assert.Equal(files.Split('|'), GradePages.FilesOf([.. names.Split('|').Select(name => new LearnerGrade(name, [], []))]));

    [Theory]
    [InlineData("a\u001b[31mb", "a\uFFFD[31mb")]
    [InlineData("a\u202Eb", "a\uFFFDb")]
    [InlineData("a\nb", "a b")]
    public void Plain_WhatMovesOrColours_IsShownAsAMark(string text, string plain) => Assert.Equal(plain, GradePages.Plain(text));

    [Fact]
    public void Write_MarkupInNamesAnswersAndRemarks_StaysText()
    {
        using var scratch = new Scratch();
        const string Evil = "<script>alert(1)</script>";
        var exercise = new ExerciseGrade("01-1", "wrong", Evil, "// " + Evil) { Remarks = [Evil] };

        GradePages.Write(scratch.At("pages"), new GradeBook([new LearnerGrade(Evil, [new NotebookGrade(Evil, new CourseNotebook(SmallCourse.Notebook()), [exercise], [Evil])], [Evil])], []));

        Assert.All(Directory.EnumerateFiles(scratch.At("pages"), "*.html"), file => Assert.DoesNotContain("<script>alert", File.ReadAllText(file), StringComparison.Ordinal));
    }
}
