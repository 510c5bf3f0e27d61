namespace TorchSharp;

public static partial class torch
{
    public static bool is_complex(ScalarType type) => type is ScalarType.ComplexFloat32 or ScalarType.ComplexFloat64;

    public static bool is_tensor(object obj) => obj is Tensor;

    public static ScalarType promote_types(ScalarType type1, ScalarType type2) => DTypes.Promote(type1, type2);

    public static ScalarType result_type(Tensor tensor1, Tensor tensor2) => Tensor.CommonType(tensor1, tensor2);

    public static Tensor clone(Tensor input) => input.clone();

    public static long numel(Tensor input) => input.numel();

    public static bool is_floating_point(Tensor input) => input.is_floating_point();

    public static bool is_complex(Tensor input) => input.is_complex();

    public static bool is_integral(Tensor t) => t.is_integral();

    public static bool is_integral(ScalarType type) => type.IsInteger() || type == ScalarType.Bool;

    public static bool is_floating_point(ScalarType type) => type is ScalarType.Float16 or ScalarType.BFloat16 || type.IsFloating();

    public static bool is_nonzero(Tensor input) => input.is_nonzero();
}
