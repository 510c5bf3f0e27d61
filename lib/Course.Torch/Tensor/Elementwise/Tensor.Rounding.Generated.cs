// Written from Tensor.Rounding.cs by tests/Course.Tests/Repository/Mirrors: change it there.
#nullable enable

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.ceil()"/>
    public static Tensor ceil(Tensor input) => input.ceil();

    /// <inheritdoc cref="Tensor.ceil()"/>
    public static Tensor ceil_(Tensor input) => input.ceil_();

    /// <inheritdoc cref="Tensor.floor()"/>
    public static Tensor floor(Tensor input) => input.floor();

    /// <inheritdoc cref="Tensor.floor()"/>
    public static Tensor floor_(Tensor input) => input.floor_();

    /// <inheritdoc cref="Tensor.trunc()"/>
    public static Tensor trunc(Tensor input) => input.trunc();

    /// <inheritdoc cref="Tensor.trunc()"/>
    public static Tensor trunc_(Tensor input) => input.trunc_();

    /// <inheritdoc cref="Tensor.fix()"/>
    public static Tensor fix(Tensor input) => input.fix();

    /// <inheritdoc cref="Tensor.fix()"/>
    public static Tensor fix_(Tensor input) => input.fix_();

    /// <inheritdoc cref="Tensor.frac()"/>
    public static Tensor frac(Tensor input) => input.frac();

    /// <inheritdoc cref="Tensor.frac()"/>
    public static Tensor frac_(Tensor input) => input.frac_();

    /// <inheritdoc cref="Tensor.round(long)"/>
    public static Tensor round(Tensor input, long decimals = 0) => input.round(decimals);

    /// <inheritdoc cref="Tensor.round(long)"/>
    public static Tensor round_(Tensor input, long decimals = 0) => input.round_(decimals);

    /// <inheritdoc cref="Tensor.nan_to_num(double, double?, double?)"/>
    public static Tensor nan_to_num(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) => input.nan_to_num(nan, posinf, neginf);

    /// <inheritdoc cref="Tensor.nan_to_num(double, double?, double?)"/>
    public static Tensor nan_to_num_(Tensor input, double nan = 0, double? posinf = null, double? neginf = null) => input.nan_to_num_(nan, posinf, neginf);

    public partial class Tensor
    {
        /// <inheritdoc cref="ceil()"/>
        public Tensor ceil_() => InPlace(static x => x.ceil());

        /// <inheritdoc cref="floor()"/>
        public Tensor floor_() => InPlace(static x => x.floor());

        /// <inheritdoc cref="trunc()"/>
        public Tensor trunc_() => InPlace(static x => x.trunc());

        /// <inheritdoc cref="fix()"/>
        public Tensor fix_() => InPlace(static x => x.fix());

        /// <inheritdoc cref="frac()"/>
        public Tensor frac_() => InPlace(static x => x.frac());

        /// <inheritdoc cref="round(long)"/>
        public Tensor round_(long decimals = 0) => InPlace(x => x.round(decimals));

        /// <inheritdoc cref="nan_to_num(double, double?, double?)"/>
        public Tensor nan_to_num_(double nan = 0, double? posinf = null, double? neginf = null) => InPlace(x => x.nan_to_num(nan, posinf, neginf));
    }
}
