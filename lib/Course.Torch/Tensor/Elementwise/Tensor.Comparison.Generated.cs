// Written from Tensor.Comparison.cs by tests/Course.Tests/Repository/Mirrors: change it there.
#nullable enable

namespace TorchSharp;

public static partial class torch
{
    /// <inheritdoc cref="Tensor.isnan()"/>
    public static Tensor isnan(Tensor input) => input.isnan();

    public partial class Tensor
    {
        /// <inheritdoc cref="eq(Tensor)"/>
        public Tensor eq_(Tensor target) => InPlace(x => x.eq(target));

        /// <inheritdoc cref="eq(Scalar)"/>
        public Tensor eq_(Scalar target) => InPlace(x => x.eq(target));

        /// <inheritdoc cref="ne(Tensor)"/>
        public Tensor ne_(Tensor target) => InPlace(x => x.ne(target));

        /// <inheritdoc cref="ne(Scalar)"/>
        public Tensor ne_(Scalar target) => InPlace(x => x.ne(target));

        /// <inheritdoc cref="lt(Tensor)"/>
        public Tensor lt_(Tensor target) => InPlace(x => x.lt(target));

        /// <inheritdoc cref="lt(Scalar)"/>
        public Tensor lt_(Scalar target) => InPlace(x => x.lt(target));

        /// <inheritdoc cref="le(Tensor)"/>
        public Tensor le_(Tensor target) => InPlace(x => x.le(target));

        /// <inheritdoc cref="le(Scalar)"/>
        public Tensor le_(Scalar target) => InPlace(x => x.le(target));

        /// <inheritdoc cref="gt(Tensor)"/>
        public Tensor gt_(Tensor target) => InPlace(x => x.gt(target));

        /// <inheritdoc cref="gt(Scalar)"/>
        public Tensor gt_(Scalar target) => InPlace(x => x.gt(target));

        /// <inheritdoc cref="ge(Tensor)"/>
        public Tensor ge_(Tensor target) => InPlace(x => x.ge(target));

        /// <inheritdoc cref="ge(Scalar)"/>
        public Tensor ge_(Scalar target) => InPlace(x => x.ge(target));

        /// <inheritdoc cref="logical_and(Tensor)"/>
        public Tensor logical_and_(Tensor other) => InPlace(x => x.logical_and(other));

        /// <inheritdoc cref="logical_or(Tensor)"/>
        public Tensor logical_or_(Tensor other) => InPlace(x => x.logical_or(other));

        /// <inheritdoc cref="logical_xor(Tensor)"/>
        public Tensor logical_xor_(Tensor other) => InPlace(x => x.logical_xor(other));
    }
}
