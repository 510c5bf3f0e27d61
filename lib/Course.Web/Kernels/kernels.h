// The engine's inner loops for a browser tab. The module shares .NET's memory and brings none of its own: no data
// segment, no stack, no heap (the build checks it), so that whatever a kernel needs comes with its arguments.
// Results: the same sums in the same order on every machine; WebAssembly has no fused multiply-add to differ by.
#pragma once
#include <stdint.h>
#include <wasm_simd128.h>

#define INLINE static inline __attribute__((always_inline))

// Before a loop over elements: operands are the same memory or do not overlap, so that vectors of them are safe.
#define SAFE _Pragma("clang loop vectorize(assume_safety)")

typedef float f4 __attribute__((vector_size(16)));
typedef double d2 __attribute__((vector_size(16)));

INLINE f4 load_f(const float* from) { return (f4)wasm_v128_load(from); }
INLINE d2 load_d(const double* from) { return (d2)wasm_v128_load(from); }
INLINE void store_f(float* to, f4 lanes) { wasm_v128_store(to, (v128_t)lanes); }
INLINE void store_d(double* to, d2 lanes) { wasm_v128_store(to, (v128_t)lanes); }
INLINE f4 repeat_f(const float* from) { return (f4)wasm_v128_load32_splat(from); }
INLINE d2 repeat_d(const double* from) { return (d2)wasm_v128_load64_splat(from); }

// Rows of numbers (rows.c).
float sum_f(const float* x, int n);
double sum_d(const double* x, int n);
float largest_f(const float* x, int n);
float dot_f(const float* x, const float* y, int n);
void softmax_row(const float* x, float* y, int n, float scale);

// c (m × n, rows `stride` apart) = or += a (m × k) · b (k × n), with room for packed panels in `scratch`.
// All by value: a struct of a kernel's own would need a stack.
#define PRODUCT_ARGUMENTS(T) int m, int n, int k, const T* a, int row_a, int column_a, const T* b, int row_b, int column_b, T* c, int stride, int accumulate, T* scratch
void multiply_f(PRODUCT_ARGUMENTS(float));
void multiply_d(PRODUCT_ARGUMENTS(double));

// Operands of one shape, walked row by row; dimension 0 is the row. Steps are in elements, 0 repeats.
enum { MAX_RANK = 8 };
typedef struct {
  int op, rank;
  int size[MAX_RANK], at[MAX_RANK];
  int step[3][MAX_RANK];
  void* data[3];
  int bytes[3];  // of one element
} Walk;

// The next row: false after the last.
INLINE int next_row(Walk* w) {
  for (int d = 1; d < w->rank; d++) {
    int more = ++w->at[d] < w->size[d];
    int steps = more ? 1 : 1 - w->size[d];
    for (int o = 0; o < 3; o++) w->data[o] = (char*)w->data[o] + (intptr_t)steps * w->step[o][d] * w->bytes[o];
    if (more) return 1;
    w->at[d] = 0;
  }
  return 0;
}
