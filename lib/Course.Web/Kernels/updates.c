// Parameter updates in one pass over memory.
#include "kernels.h"

// Adam or AdamW. `largest` is null unless amsgrad. Numbers as the engine prepared them for this step.
typedef struct {
  double beta1, beta2, step_size, root_correction, eps, gradient_decay, parameter_factor, sign;
  int type, n;
  void* p;
  const void* g;
  void *mean, *square, *largest;
} Adam;

#define ADAM(T, SQRT)                                                                   \
  do {                                                                                  \
    T b1 = (T)a->beta1, c1 = (T)(1 - a->beta1), b2 = (T)a->beta2, c2 = (T)(1 - a->beta2); \
    T step = (T)a->step_size, root = (T)a->root_correction, eps = (T)a->eps;            \
    T decay = (T)a->gradient_decay, factor = (T)a->parameter_factor, sign = (T)a->sign; \
    T *p = a->p, *mean = a->mean, *square = a->square, *largest = a->largest;           \
    const T* g = a->g;                                                                  \
    SAFE for (int i = 0; i < a->n; i++) {                                               \
      T value = p[i] * factor, gradient = g[i] * sign + value * decay;                  \
      T m = mean[i] * b1 + gradient * c1, v = square[i] * b2 + gradient * gradient * c2; \
      mean[i] = m;                                                                      \
      square[i] = v;                                                                    \
      p[i] = largest ? value : value - m * step / (SQRT(v) / root + eps);               \
    }                                                                                   \
    if (largest)                                                                        \
      SAFE for (int i = 0; i < a->n; i++) {                                             \
        T v = largest[i] != largest[i] || largest[i] > square[i] ? largest[i] : square[i]; \
        largest[i] = v;                                                                 \
        p[i] -= mean[i] * step / (SQRT(v) / root + eps);                                \
      }                                                                                 \
  } while (0)

void adam(const Adam* a) {
  if (a->type) ADAM(double, __builtin_sqrt);
  else ADAM(float, __builtin_sqrtf);
}

// Steps along the gradient; `buffer` is null without momentum.
typedef struct {
  double rate, momentum, dampening, decay, sign;
  int type, n, first, nesterov;
  void* p;
  const void* g;
  void* buffer;
} Sgd;

#define SGD(T)                                                                          \
  do {                                                                                  \
    T rate = (T)s->rate, momentum = (T)s->momentum, share = (T)(1 - s->dampening), decay = (T)s->decay, sign = (T)s->sign; \
    T *p = s->p, *buffer = s->buffer;                                                   \
    const T* g = s->g;                                                                  \
    if (!buffer)                                                                        \
      SAFE for (int i = 0; i < s->n; i++) p[i] -= (g[i] * sign + p[i] * decay) * rate;  \
    else                                                                                \
      SAFE for (int i = 0; i < s->n; i++) {                                             \
        T gradient = g[i] * sign + p[i] * decay;                                        \
        T run = s->first ? gradient : buffer[i] * momentum + gradient * share;          \
        buffer[i] = run;                                                                \
        p[i] -= rate * (s->nesterov ? gradient + momentum * run : run);                 \
      }                                                                                 \
  } while (0)

void sgd(const Sgd* s) {
  if (s->type) SGD(double);
  else SGD(float);
}
