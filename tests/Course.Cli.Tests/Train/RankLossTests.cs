using Course.Cli.Train;

namespace Course.Cli.Tests.Train;

public sealed class RankLossTests
{
    [Theory]
    [InlineData("noise\ncourse: rank 2: the disk is full\nmpirun noticed that process rank 2 exited", 6, "rank 2: the disk is full")]
    [InlineData("mpirun noticed that process rank 1 with PID 0 on node vm exited on signal 9 (Killed).", 137, "rank 1 was killed by signal 9 (kill -9, or out of memory)")]
    [InlineData("mpirun noticed that process rank 10 with PID 7 on\nnode vm exited on signal 11 (Segmentation fault).", 139, "rank 10 was killed by signal 11 (a fault in native code)")]
    [InlineData("----\n", 143, "a rank was killed by signal 15")]
    [InlineData("--------\nThere are not enough slots available\n", 1, "mpirun ended with code 1: There are not enough slots available")]
    [InlineData("", 1, "mpirun ended with code 1: it said nothing")]
    public void Describe_WhatWasSaid_NamesRankAndCause(string said, int code, string wanted) => Assert.Equal(wanted, RankLoss.Describe(said, code));
}
