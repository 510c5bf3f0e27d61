using System.Diagnostics.CodeAnalysis;

namespace Course.Cli.Tests.Grading;

[SuppressMessage("Design", "CA1707", Justification = "Names of tests.")]
public sealed class GradedClassTests(GradedClass graded) : IClassFixture<GradedClass>
{
    [Fact]
    public void Grade_ThirtyLearners_EndsWellWithARowEach()
    {
        Assert.True(graded.Code == 0, graded.Output);
        Assert.Equal(30, graded.Grades.Learners.Count());
        Assert.Equal(["learner", "00-1", "00-2", "01-1", "01-2", "01-4", "points", "remarks"], graded.Grades.Header);
    }

    [Theory]
    [InlineData("Abel", "right", "stopped", "right", "cell 5 was left out of a second run: the notebook ran longer than 40 s")]
    [InlineData("Bea", "stopped", "right", "right", "ended the process with exit code 0")]
    [InlineData("Cem", "right", "right", "stopped", "printed or showed more than 64 MB")]
    [InlineData("Dora", "wrong", "right", "right", "01-1: the check was removed; the course's own was asked")]
    [InlineData("Emil", "right", "right", "held", "01-4: the same text as Fay, up to names")]
    [InlineData("Fay", "right", "right", "held", "01-4: the same text as Emil, up to names")]
    public void Grade_WhoMisbehaves_IsReportedAndGradedInTheRest(string learner, string first, string second, string fourth, string remark)
    {
        AssertOutcomes(learner, first, second, fourth);
        Assert.Contains(remark, graded.Grades[learner, "remarks"], StringComparison.Ordinal);
        Assert.Contains(remark, graded.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Änne Müßig", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("'=cmd()", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Gus", "not attempted", "not attempted", "not attempted", "")]
    [InlineData("Hal", "wrong", "wrong", "wrong", "")]
    [InlineData("Ida", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Jan", "right", "right", "right", "cells of the course that are missing were put in for the run: cell-04; 01-4: the course's stored solution")]
    [InlineData("Kim", "right", "removed", "right", "01-4: the course's stored solution")]
    [InlineData("Lea", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Max", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Ned", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Oda", "not attempted", "not attempted", "not attempted", "")]
    [InlineData("Tom von der Aue", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Uwe", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Vic", "failed", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Wim", "right", "threw", "right", "01-4: the course's stored solution")]
    [InlineData("Xia", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Yan", "right", "right", "right", "01-4: the course's stored solution")]
    [InlineData("Zoe", "right", "right", "wrong", "")]
    [InlineData("Ada", "right", "right", "right", "01-4: the course's stored solution")]
    public void Grade_WhoIsHonest_IsNotSuspected(string learner, string first, string second, string fourth, string remarks)
    {
        AssertOutcomes(learner, first, second, fourth);
        Assert.Equal(remarks, graded.Grades[learner, "remarks"]);
    }

    [Theory]
    [InlineData("Ray", "right", "not attempted", "right", "4")]
    [InlineData("Bob", "wrong", "right", "", "1")]
    [InlineData("Sam", "", "", "right", "3")]
    public void Grade_OtherNotebooks_AreKnownByWhatIsInThem(string learner, string firstOf00, string secondOf00, string firstOf01, string points) => Assert.Equal(
        (firstOf00, secondOf00, firstOf01, points),
        (graded.Grades[learner, "00-1"], graded.Grades[learner, "00-2"], graded.Grades[learner, "01-1"], graded.Grades[learner, "points"]));

    [Theory]
    [InlineData("Pia", "Pia.ipynb: is not valid JSON")]
    [InlineData("Qin", "no notebook was handed in")]
    [InlineData("Sam", "2 files are copies of 01-neuron-and-mse (first try.ipynb, second try.ipynb); second try.ipynb counts")]
    public void Grade_FilesThatAreOdd_AreNamed(string learner, string remark) => Assert.Contains(remark, graded.Grades[learner, "remarks"], StringComparison.Ordinal);

    [Fact]
    public void Grade_WhatWasHandedIn_StaysAsItWas() => Assert.Equal(graded.Before, graded.Fingerprint());

    [Fact]
    public void Grade_FilesBesideLearners_AreSaid() => Assert.Contains("neither folders nor notebooks: readme.txt", graded.Output, StringComparison.Ordinal);

    [Fact]
    public void Page_WhoIsWrong_HasCodeBesideTheSentenceOfTheCheck()
    {
        var page = graded.Page("hal.html");

        Assert.Contains("<h3>Exercise 01-2<span class=\"outcome\">✗ wrong</span></h3>", page, StringComparison.Ordinal);
        Assert.Contains("Likely cause: This is the mean of the absolute misses", page, StringComparison.Ordinal);
        Assert.Contains("<span class=\"f\">Mse</span>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("checks of the course", page, StringComparison.Ordinal);
        Assert.Contains("href=\"assets/site.css\"", page, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(graded.Out, "pages", "assets", "site.css")));
    }

    [Theory]
    [InlineData("vic.html", "CompilationError: CS1061")]
    [InlineData("wim.html", "oops")]
    [InlineData("dora.html", "The bias")]
    public void Page_WhoFails_SaysWhy(string page, string why) => Assert.Contains(why, graded.Page(page), StringComparison.Ordinal);

    [Fact]
    public void Index_EachLearner_HasALinkThatLeadsSomewhere()
    {
        var index = graded.Page("index.html");
        var links = System.Text.RegularExpressions.Regex.Matches(index, "<td><a href=\"([^\"]+)\">").Select(link => Uri.UnescapeDataString(link.Groups[1].Value)).ToList();

        Assert.Equal(30, links.Distinct().Count());
        Assert.All(links, link => Assert.True(File.Exists(Path.Combine(graded.Out, "pages", link)), link));
        Assert.Contains(">Änne Müßig</a>", index, StringComparison.Ordinal);
    }

    private void AssertOutcomes(string learner, string first, string second, string fourth) => Assert.Equal(
        (first, second, fourth),
        (graded.Grades[learner, "01-1"], graded.Grades[learner, "01-2"], graded.Grades[learner, "01-4"]));
}
