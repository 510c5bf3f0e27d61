// Elementary functions of one float, written so that the compiler runs four at a time: no branch, no table.
#pragma once
#include "kernels.h"

INLINE float float_of(int bits) { union { int i; float f; } u = { bits }; return u.f; }
INLINE int bits_of(float value) { union { float f; int i; } u = { value }; return u.i; }
INLINE float absolute(float x) { return __builtin_fabsf(x); }

// eˣ to about 1e-7, over the whole range of floats: x = n ln 2 + r, a polynomial for eʳ (Cephes, Moshier 1989),
// and 2ⁿ in two factors, since 2¹²⁸ is no float though e^88.7 is one.
INLINE float exponential(float x) {
  x = x < -105.0f ? -105.0f : x;
  x = x > 89.0f ? 89.0f : x;
  float n = __builtin_floorf(x * 1.44269504f + 0.5f);
  float r = x - n * 0.693359375f - n * -2.12194440e-4f;
  float p = 1.9875691500e-4f;
  p = p * r + 1.3981999507e-3f;
  p = p * r + 8.3334519073e-3f;
  p = p * r + 4.1665795894e-2f;
  p = p * r + 1.6666665459e-1f;
  p = p * r + 5.0000001201e-1f;
  float y = p * r * r + r + 1.0f;
  int whole = (int)n, half = whole >> 1;
  return y * float_of((half + 127) << 23) * float_of((whole - half + 127) << 23);
}

// ln x (Cephes): x = 2ⁿ m with m around 1.
INLINE float logarithm(float x) {
  int small = x < 1.17549435e-38f;
  float scaled = small ? x * 8388608.0f : x;
  int offset = bits_of(scaled) - 0x3f3504f3;
  float n = (float)((offset >> 23) - (small ? 23 : 0));
  float f = float_of((offset & 0x7fffff) + 0x3f3504f3) - 1.0f;
  float p = 7.0376836292e-2f;
  p = p * f - 1.1514610310e-1f;
  p = p * f + 1.1676998740e-1f;
  p = p * f - 1.2420140846e-1f;
  p = p * f + 1.4249322787e-1f;
  p = p * f - 1.6668057665e-1f;
  p = p * f + 2.0000714765e-1f;
  p = p * f - 2.4999993993e-1f;
  p = p * f + 3.3333331174e-1f;
  float z = f * f;
  float y = p * f * z + n * -2.12194440e-4f - 0.5f * z;
  y = f + y + n * 0.693359375f;
  y = x > 3.4028235e38f ? x : y;
  y = x == 0.0f ? -__builtin_inff() : y;
  return x >= 0.0f ? y : __builtin_nanf("");
}

// ln (1 + x): what 1 + x lost comes back as a correction.
INLINE float logarithm1p(float x) {
  float u = 1.0f + x;
  float y = logarithm(u) + (x - (u - 1.0f)) / u;
  return u > 3.4028235e38f ? u : x == -1.0f ? -__builtin_inff() : y;
}

INLINE float tangens_hyperbolicus(float x) {
  float z = x * x;
  float p = -5.70498872745e-3f;
  p = p * z + 2.06390887954e-2f;
  p = p * z - 5.37397155531e-2f;
  p = p * z + 1.33314422036e-1f;
  p = p * z - 3.33332819422e-1f;
  float near = p * z * x + x;
  float far = __builtin_copysignf(1.0f - 2.0f / (exponential(2.0f * absolute(x)) + 1.0f), x);
  return absolute(x) > 0.625f ? far : near;
}

INLINE float sigmoid(float x) { return 1.0f / (1.0f + exponential(-x)); }

// Φ(x) by Abramowitz and Stegun 1964, 7.1.26, with bell = e^(−x²/2): absolute error below 2e-7.
INLINE float normal_share(float x, float bell) {
  float t = 1.0f / (absolute(x) * (0.70710678f * 0.3275911f) + 1.0f);
  float p = 1.061405429f;
  p = p * t - 1.453152027f;
  p = p * t + 1.421413741f;
  p = p * t - 0.284496736f;
  p = p * t + 0.254829592f;
  float tail = p * t * bell * 0.5f;
  return x < 0.0f ? tail : 1.0f - tail;
}

INLINE float gelu(float x) { return x * normal_share(x, exponential(x * x * -0.5f)); }

INLINE float gelu_slope(float x) {
  float bell = exponential(x * x * -0.5f);
  return normal_share(x, bell) + x * bell * 0.39894228f;
}

// The approximation by tanh, written with a sigmoid.
INLINE float gelu_tanh(float x) { return x * sigmoid(1.5957691216f * (x + 0.044715f * x * x * x)); }
