// Many values to one. Lanes and chunks are fixed, so that a sum is the same on every machine.
#include "kernels.h"

// Chunks in sixteen lanes, their sums in double.
float sum_f(const float* x, int n) {
  double total = 0;
  for (int from = 0; from < n; from += 4096) {
    int end = n - from < 4096 ? n : from + 4096, i = from;
    f4 a = {0}, b = {0}, c = {0}, d = {0};
    for (; i + 16 <= end; i += 16) {
      a += load_f(x + i);
      b += load_f(x + i + 4);
      c += load_f(x + i + 8);
      d += load_f(x + i + 12);
    }

    a += b + (c + d);
    float sum = a[0] + a[1] + (a[2] + a[3]);
    for (; i < end; i++) sum += x[i];
    total += sum;
  }

  return (float)total;
}

double sum_d(const double* x, int n) {
  d2 a = {0}, b = {0}, c = {0}, d = {0};
  int i = 0;
  for (; i + 8 <= n; i += 8) {
    a += load_d(x + i);
    b += load_d(x + i + 2);
    c += load_d(x + i + 4);
    d += load_d(x + i + 6);
  }

  a += b + (c + d);
  double sum = a[0] + a[1];
  for (; i < n; i++) sum += x[i];
  return sum;
}

float dot_f(const float* x, const float* y, int n) {
  f4 a = {0}, b = {0};
  int i = 0;
  for (; i + 8 <= n; i += 8) {
    a += load_f(x + i) * load_f(y + i);
    b += load_f(x + i + 4) * load_f(y + i + 4);
  }

  a += b;
  float sum = a[0] + a[1] + (a[2] + a[3]);
  for (; i < n; i++) sum += x[i] * y[i];
  return sum;
}

INLINE float larger(float a, float b) { return a != a || a > b ? a : b; }

// NaN if there is one.
float largest_f(const float* x, int n) {
  float top = x[0];
  int i = 1;
  if (n >= 4) {
    v128_t lanes = wasm_v128_load(x);
    for (i = 4; i + 4 <= n; i += 4) lanes = wasm_f32x4_max(lanes, wasm_v128_load(x + i));
    f4 all = (f4)lanes;
    top = larger(larger(all[0], all[1]), larger(all[2], all[3]));
  }

  for (; i < n; i++) top = larger(top, x[i]);
  return top;
}

// The middle of (outer, n, inner) folded to one; n > 0. `scratch` holds STRIP doubles.
typedef struct { int op, outer, n, inner; const void* x; void *y, *scratch; } Reduction;
enum { SUM, PRODUCT, MAXIMUM, MINIMUM, ARG_MAXIMUM, ARG_MINIMUM };
enum { STRIP = 1024, BLOCK = 256 };

// What two values become; NaN if one is, for the largest and the smallest.
#define SUMMED total + next
#define MULTIPLIED total * next
#define LARGER total != total || total > next ? total : next
#define SMALLER total != total || total < next ? total : next

#define ROWS(T, EXPRESSION)                                          \
  for (int o = 0; o < r->outer; o++) {                               \
    const T* x = (const T*)r->x + o * r->n;                          \
    T total = x[0];                                                  \
    for (int i = 1; i < r->n; i++) { T next = x[i]; total = EXPRESSION; } \
    ((T*)r->y)[o] = total;                                           \
  }                                                                  \
  return

// Rows folded into y; after the first 256 into a block of 256 whose result joins: that bounds the error of long columns.
#define COLUMNS(T, EXPRESSION)                                       \
  for (int o = 0; o < r->outer; o++)                                 \
    for (int from = 0; from < r->inner; from += STRIP) {             \
      int width = r->inner - from < STRIP ? r->inner - from : STRIP; \
      T *y = (T*)r->y + o * r->inner + from, *block = r->scratch;    \
      for (int i = 0; i < r->n; i++) {                               \
        const T* x = (const T*)r->x + (o * r->n + i) * r->inner + from; \
        T* into = i > BLOCK ? block : y;                             \
        int place = i > 0 ? (i - 1) % BLOCK : 0;                     \
        if (i == 0 || (i > BLOCK && place == 0)) SAFE for (int j = 0; j < width; j++) into[j] = x[j]; \
        else SAFE for (int j = 0; j < width; j++) { T total = into[j], next = x[j]; into[j] = EXPRESSION; } \
        if (i > BLOCK && (place == BLOCK - 1 || i == r->n - 1))      \
          SAFE for (int j = 0; j < width; j++) { T total = y[j], next = block[j]; y[j] = EXPRESSION; } \
      }                                                              \
    }                                                                \
  return

// The first of the best; NaN counts as the best.
#define PLACE_OF_BEST(T, BETTER)                                     \
  for (int o = 0; o < r->outer; o++) {                               \
    const T* x = (const T*)r->x + o * r->n;                          \
    int best = 0;                                                    \
    for (int i = 1; i < r->n && x[best] == x[best]; i++)             \
      if (x[i] != x[i] || x[i] BETTER x[best]) best = i;             \
    ((int64_t*)r->y)[o] = best;                                      \
  }                                                                  \
  return

void reduce_f(const Reduction* r) {
  if (r->inner == 1)
    switch (r->op) {
      case SUM: for (int o = 0; o < r->outer; o++) ((float*)r->y)[o] = sum_f((const float*)r->x + o * r->n, r->n); return;
      case PRODUCT: ROWS(float, MULTIPLIED);
      case MAXIMUM: for (int o = 0; o < r->outer; o++) ((float*)r->y)[o] = largest_f((const float*)r->x + o * r->n, r->n); return;
      case MINIMUM: ROWS(float, SMALLER);
      case ARG_MAXIMUM: PLACE_OF_BEST(float, >);
      case ARG_MINIMUM: PLACE_OF_BEST(float, <);
    }

  switch (r->op) {
    case SUM: COLUMNS(float, SUMMED);
    case PRODUCT: COLUMNS(float, MULTIPLIED);
    case MAXIMUM: COLUMNS(float, LARGER);
    case MINIMUM: COLUMNS(float, SMALLER);
  }
}

void reduce_d(const Reduction* r) {
  if (r->inner == 1)
    switch (r->op) {
      case SUM: for (int o = 0; o < r->outer; o++) ((double*)r->y)[o] = sum_d((const double*)r->x + o * r->n, r->n); return;
      case PRODUCT: ROWS(double, MULTIPLIED);
      case MAXIMUM: ROWS(double, LARGER);
      case MINIMUM: ROWS(double, SMALLER);
      case ARG_MAXIMUM: PLACE_OF_BEST(double, >);
      case ARG_MINIMUM: PLACE_OF_BEST(double, <);
    }

  switch (r->op) {
    case SUM: COLUMNS(double, SUMMED);
    case PRODUCT: COLUMNS(double, MULTIPLIED);
    case MAXIMUM: COLUMNS(double, LARGER);
    case MINIMUM: COLUMNS(double, SMALLER);
  }
}
