using System.Numerics;

namespace Course;

/// <summary>Starts a <see cref="Figure"/>: every chart of a notebook begins here.</summary>
public static partial class Chart
{
    /// <summary>A plot without layers, to which a loop adds them one by one.</summary>
    public static Figure Empty => new(new PlotPanel());

    /// <inheritdoc cref="Figure.Scatter{TX,TY}(IEnumerable{TX},IEnumerable{TY},string,IEnumerable{string})"/>
    public static Figure Scatter<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? label = null, IEnumerable<string>? text = null)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> => Empty.Scatter(x, y, label, text);

    /// <inheritdoc cref="Figure.Scatter{TX,TY,TGroup}(IEnumerable{TX},IEnumerable{TY},IEnumerable{TGroup})"/>
    public static Figure Scatter<TX, TY, TGroup>(IEnumerable<TX> x, IEnumerable<TY> y, IEnumerable<TGroup> groups)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY>
        where TGroup : IComparable<TGroup> => Empty.Scatter(x, y, groups);

    /// <inheritdoc cref="Figure.Line{TX,TY}(IEnumerable{TX},IEnumerable{TY},string,bool)"/>
    public static Figure Line<TX, TY>(IEnumerable<TX> x, IEnumerable<TY> y, string? label = null, bool markers = false)
        where TX : INumberBase<TX>
        where TY : INumberBase<TY> => Empty.Line(x, y, label, markers);

    /// <inheritdoc cref="Figure.Line{TY}(IEnumerable{TY},string)"/>
    public static Figure Line<TY>(IEnumerable<TY> y, string? label = null)
        where TY : INumberBase<TY> => Empty.Line(y, label);

    /// <inheritdoc cref="Figure.Line(Func{double,double},ValueTuple{double,double},string)"/>
    public static Figure Line(Func<double, double> f, (double Low, double High) range, string? label = null) => Empty.Line(f, range, label);

    /// <inheritdoc cref="Figure.Bar{T}(IEnumerable{string},IEnumerable{T},string,IEnumerable{double})"/>
    public static Figure Bar<T>(IEnumerable<string> names, IEnumerable<T> values, string? label = null, IEnumerable<double>? errors = null)
        where T : INumberBase<T> => Empty.Bar(names, values, label, errors);
}
