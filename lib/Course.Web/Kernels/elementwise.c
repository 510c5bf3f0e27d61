// One value or two in, one out, over rows of any layout. The loops are plain: the compiler makes vectors of them.
#include "maths.h"

// y = f(x) for every row of a walk.
#define MAP(T, EXPRESSION)                                            \
  do {                                                                \
    int n = w->size[0], sx = w->step[0][0], sy = w->step[1][0];       \
    const T* px = w->data[0];                                         \
    T* py = w->data[1];                                               \
    if (sx == 1 && sy == 1)                                           \
      SAFE for (int i = 0; i < n; i++) { T x = px[i]; py[i] = EXPRESSION; } \
    else                                                              \
      for (int i = 0; i < n; i++) { T x = px[i * sx]; py[i * sy] = EXPRESSION; } \
  } while (next_row(w));                                              \
  return

// y = f(a, b); rows that repeat one of them have a loop of their own.
#define ZIP(T, R, EXPRESSION)                                         \
  do {                                                                \
    int n = w->size[0], sa = w->step[0][0], sb = w->step[1][0], sy = w->step[2][0]; \
    const T *pa = w->data[0], *pb = w->data[1];                       \
    R* py = w->data[2];                                               \
    if (sa == 1 && sb == 1 && sy == 1)                                \
      SAFE for (int i = 0; i < n; i++) { T a = pa[i], b = pb[i]; py[i] = EXPRESSION; } \
    else if (sa == 1 && sb == 0 && sy == 1) {                         \
      T b = *pb;                                                      \
      SAFE for (int i = 0; i < n; i++) { T a = pa[i]; py[i] = EXPRESSION; } \
    } else if (sa == 0 && sb == 1 && sy == 1) {                       \
      T a = *pa;                                                      \
      SAFE for (int i = 0; i < n; i++) { T b = pb[i]; py[i] = EXPRESSION; } \
    } else                                                            \
      for (int i = 0; i < n; i++) { T a = pa[i * sa], b = pb[i * sb]; py[i * sy] = EXPRESSION; } \
  } while (next_row(w));                                              \
  return

enum { ABS, NEGATE, SQUARE, RELU, SQRT, RSQRT, RECIPROCAL, FLOOR, CEILING, TRUNCATE, ROUND,
       EXP, LOG, LOG1P, TANH, SIGMOID, SILU, LOG_SIGMOID, GELU, GELU_TANH };

void map_f(Walk* w) {
  switch (w->op) {
    case ABS: MAP(float, absolute(x));
    case NEGATE: MAP(float, 0.0f - x);
    case SQUARE: MAP(float, x * x);
    case RELU: MAP(float, x > 0.0f || x != x ? x : 0.0f);
    case SQRT: MAP(float, __builtin_sqrtf(x));
    case RSQRT: MAP(float, 1.0f / __builtin_sqrtf(x));
    case RECIPROCAL: MAP(float, 1.0f / x);
    case FLOOR: MAP(float, __builtin_floorf(x));
    case CEILING: MAP(float, __builtin_ceilf(x));
    case TRUNCATE: MAP(float, __builtin_truncf(x));
    case ROUND: MAP(float, __builtin_nearbyintf(x));
    case EXP: MAP(float, exponential(x));
    case LOG: MAP(float, logarithm(x));
    case LOG1P: MAP(float, logarithm1p(x));
    case TANH: MAP(float, tangens_hyperbolicus(x));
    case SIGMOID: MAP(float, sigmoid(x));
    case SILU: MAP(float, x * sigmoid(x));
    case LOG_SIGMOID: MAP(float, (x < 0.0f ? x : x != x ? x : 0.0f) - logarithm1p(exponential(-absolute(x))));
    case GELU: MAP(float, gelu(x));
    case GELU_TANH: MAP(float, gelu_tanh(x));
  }
}

void map_d(Walk* w) {
  switch (w->op) {
    case ABS: MAP(double, __builtin_fabs(x));
    case NEGATE: MAP(double, 0.0 - x);
    case SQUARE: MAP(double, x * x);
    case RELU: MAP(double, x > 0.0 || x != x ? x : 0.0);
    case SQRT: MAP(double, __builtin_sqrt(x));
    case RSQRT: MAP(double, 1.0 / __builtin_sqrt(x));
    case RECIPROCAL: MAP(double, 1.0 / x);
    case FLOOR: MAP(double, __builtin_floor(x));
    case CEILING: MAP(double, __builtin_ceil(x));
    case TRUNCATE: MAP(double, __builtin_trunc(x));
    case ROUND: MAP(double, __builtin_nearbyint(x));
  }
}

enum { ADD, SUBTRACT, MULTIPLY, DIVIDE, MAXIMUM, MINIMUM, RELU_BACKWARD, GELU_BACKWARD };

// NaN if one is, and 0 above −0, as the instruction has it.
INLINE float larger_f(float a, float b) { return a != a ? a : a > b || (a == b && !__builtin_signbit(a)) ? a : b; }
INLINE float smaller_f(float a, float b) { return a != a ? a : a < b || (a == b && __builtin_signbit(a)) ? a : b; }
INLINE double larger_d(double a, double b) { return a != a ? a : a > b || (a == b && !__builtin_signbit(a)) ? a : b; }
INLINE double smaller_d(double a, double b) { return a != a ? a : a < b || (a == b && __builtin_signbit(a)) ? a : b; }

void zip_f(Walk* w) {
  switch (w->op) {
    case ADD: ZIP(float, float, a + b);
    case SUBTRACT: ZIP(float, float, a - b);
    case MULTIPLY: ZIP(float, float, a * b);
    case DIVIDE: ZIP(float, float, a / b);
    case MAXIMUM: ZIP(float, float, larger_f(a, b));
    case MINIMUM: ZIP(float, float, smaller_f(a, b));
    case RELU_BACKWARD: ZIP(float, float, b > 0.0f ? a : 0.0f);
    case GELU_BACKWARD: ZIP(float, float, a * gelu_slope(b));
  }
}

void zip_d(Walk* w) {
  switch (w->op) {
    case ADD: ZIP(double, double, a + b);
    case SUBTRACT: ZIP(double, double, a - b);
    case MULTIPLY: ZIP(double, double, a * b);
    case DIVIDE: ZIP(double, double, a / b);
    case MAXIMUM: ZIP(double, double, larger_d(a, b));
    case MINIMUM: ZIP(double, double, smaller_d(a, b));
    case RELU_BACKWARD: ZIP(double, double, b > 0.0 ? a : 0.0);
  }
}

enum { EQUAL, NOT_EQUAL, LESS, LESS_EQUAL, GREATER, GREATER_EQUAL };

#define COMPARE(T)                                \
  switch (w->op) {                                \
    case EQUAL: ZIP(T, uint8_t, a == b);          \
    case NOT_EQUAL: ZIP(T, uint8_t, a != b);      \
    case LESS: ZIP(T, uint8_t, a < b);            \
    case LESS_EQUAL: ZIP(T, uint8_t, a <= b);     \
    case GREATER: ZIP(T, uint8_t, a > b);         \
    case GREATER_EQUAL: ZIP(T, uint8_t, a >= b);  \
  }

void compare_f(Walk* w) { COMPARE(float) }
void compare_d(Walk* w) { COMPARE(double) }
void compare_l(Walk* w) { COMPARE(int64_t) }
