// Operations on rows: softmax, cross-entropy, layer norm and one head of attention.
#include "maths.h"

// Softmax of scale · x, scale above 0; y may be x.
void softmax_row(const float* x, float* y, int n, float scale) {
  float top = largest_f(x, n);
  SAFE for (int i = 0; i < n; i++) y[i] = exponential((x[i] - top) * scale);
  float factor = 1.0f / sum_f(y, n);
  SAFE for (int i = 0; i < n; i++) y[i] *= factor;
}

// dx = scale · (g − Σ g y) y; dx may be g.
static void softmax_row_backward(const float* g, const float* y, float* dx, int n, float scale) {
  float dot = dot_f(g, y, n);
  SAFE for (int i = 0; i < n; i++) dx[i] = (g[i] - dot) * y[i] * scale;
}

// ln Σ eˣ, summed in four lanes as the exponentials come.
static float log_of_sum(const float* x, int n) {
  float top = largest_f(x, n), a = 0, b = 0, c = 0, d = 0;
  int i = 0;
  for (; i + 4 <= n; i += 4) {
    a += exponential(x[i] - top);
    b += exponential(x[i + 1] - top);
    c += exponential(x[i + 2] - top);
    d += exponential(x[i + 3] - top);
  }

  for (; i < n; i++) a += exponential(x[i] - top);
  return top + logarithm(a + b + (c + d));
}

typedef struct { int op, rows, n; const float *x, *g; float* y; } Softmax;
enum { SOFTMAX, LOG_SOFTMAX, SOFTMAX_BACKWARD, LOG_SOFTMAX_BACKWARD };

// On the way back x is the result of the way there.
void softmax(const Softmax* s) {
  int n = s->n;
  for (int row = 0; row < s->rows; row++) {
    const float *x = s->x + row * n, *g = s->g + row * n;
    float* y = s->y + row * n;
    switch (s->op) {
      case SOFTMAX: softmax_row(x, y, n, 1.0f); break;
      case SOFTMAX_BACKWARD: softmax_row_backward(g, x, y, n, 1.0f); break;
      case LOG_SOFTMAX: {
        float log = log_of_sum(x, n);
        SAFE for (int i = 0; i < n; i++) y[i] = x[i] - log;
        break;
      }
      default: {
        float sum = sum_f(g, n);
        SAFE for (int i = 0; i < n; i++) y[i] = g[i] - exponential(x[i]) * sum;
      }
    }
  }
}

// losses[i] = ln Σ eˣ − x[class]; the logarithms are kept for the way back.
typedef struct { int rows, n; const float* x; const int64_t* classes; float *losses, *logs; const float* g; float* dx; } CrossEntropy;

void cross_entropy(const CrossEntropy* c) {
  for (int row = 0; row < c->rows; row++) {
    const float* x = c->x + row * c->n;
    c->logs[row] = log_of_sum(x, c->n);
    c->losses[row] = c->logs[row] - x[c->classes[row]];
  }
}

// dx = g (softmax − 1 at the class), g per row.
void cross_entropy_backward(const CrossEntropy* c) {
  for (int row = 0; row < c->rows; row++) {
    const float* x = c->x + row * c->n;
    float *dx = c->dx + row * c->n, log = c->logs[row], g = c->g[row];
    SAFE for (int i = 0; i < c->n; i++) dx[i] = exponential(x[i] - log) * g;
    dx[c->classes[row]] -= g;
  }
}

// Weight, bias and their gradients may be null.
typedef struct {
  int rows, n;
  float eps;
  const float *x, *weight, *bias;
  float *y, *means, *scales;
  const float* g;
  float *dx, *dweight, *dbias;
} LayerNorm;

void layer_norm(const LayerNorm* l) {
  int n = l->n;
  for (int row = 0; row < l->rows; row++) {
    const float* x = l->x + row * n;
    float* y = l->y + row * n;
    float mean = sum_f(x, n) / (float)n;
    SAFE for (int i = 0; i < n; i++) y[i] = x[i] - mean;
    float scale = 1.0f / __builtin_sqrtf(dot_f(y, y, n) / (float)n + l->eps);
    l->means[row] = mean;
    l->scales[row] = scale;
    if (l->weight && l->bias)
      SAFE for (int i = 0; i < n; i++) y[i] = y[i] * scale * l->weight[i] + l->bias[i];
    else
      SAFE for (int i = 0; i < n; i++) {
        float value = l->weight ? y[i] * scale * l->weight[i] : y[i] * scale;
        y[i] = l->bias ? value + l->bias[i] : value;
      }
  }
}

// Σ s x̂.
static float normal_dot(const float* s, const float* x, float mean, float scale, int n) {
  f4 lanes = {0};
  int i = 0;
  for (; i + 4 <= n; i += 4) lanes += load_f(s + i) * ((load_f(x + i) - mean) * scale);
  float sum = lanes[0] + lanes[1] + (lanes[2] + lanes[3]);
  for (; i < n; i++) sum += s[i] * ((x[i] - mean) * scale);
  return sum;
}

// dx = (s − mean(s) − x̂ mean(s x̂)) / deviation, with s = g · weight.
void layer_norm_backward(const LayerNorm* l) {
  int n = l->n;
  for (int row = 0; row < l->rows; row++) {
    const float *x = l->x + row * n, *g = l->g + row * n, *weight = l->weight;
    float *dx = l->dx + row * n, mean = l->means[row], scale = l->scales[row];
    if (l->dweight)
      SAFE for (int i = 0; i < n; i++) {
        l->dweight[i] += g[i] * ((x[i] - mean) * scale);
        l->dbias[i] += g[i];
      }

    SAFE for (int i = 0; i < n; i++) dx[i] = weight ? g[i] * weight[i] : g[i];
    float sum = sum_f(dx, n), product = normal_dot(dx, x, mean, scale, n);
    float offset = sum / (float)n, slope = product / (float)n;
    SAFE for (int i = 0; i < n; i++) dx[i] = (dx[i] - offset - (x[i] - mean) * scale * slope) * scale;
  }
}

// softmax(scale · q kᵀ) v of one head. Rows have no gaps within; if causal, a query sees its own place and what is before it.
typedef struct {
  int queries, keys, width, value_width, causal;
  float scale;
  const float *q, *k, *v;
  int step_q, step_k, step_v;
  float *weights, *y;
  int step_y;
  const float* g;
  int step_g;
  float *scores, *dq, *dk, *dv;
  int step_dq, step_dk, step_dv;
  float* scratch;
} Head;

INLINE int seen(const Head* h, int query) { return h->causal && query + 1 < h->keys ? query + 1 : h->keys; }

INLINE void clear(float* x, int from, int to) {
  for (int i = from; i < to; i++) x[i] = 0;
}

void attention(const Head* h) {
  multiply_f(h->queries, h->keys, h->width, h->q, h->step_q, 1, h->k, 1, h->step_k, h->weights, h->keys, 0, h->scratch);
  for (int i = 0; i < h->queries; i++) {
    float* row = h->weights + i * h->keys;
    softmax_row(row, row, seen(h, i), h->scale);
    clear(row, seen(h, i), h->keys);
  }

  multiply_f(h->queries, h->value_width, h->keys, h->weights, h->keys, 1, h->v, h->step_v, 1, h->y, h->step_y, 0, h->scratch);
}

void attention_backward(const Head* h) {
  multiply_f(h->keys, h->value_width, h->queries, h->weights, 1, h->keys, h->g, h->step_g, 1, h->dv, h->step_dv, 0, h->scratch);
  multiply_f(h->queries, h->keys, h->value_width, h->g, h->step_g, 1, h->v, 1, h->step_v, h->scores, h->keys, 0, h->scratch);
  for (int i = 0; i < h->queries; i++) {
    float* row = h->scores + i * h->keys;
    softmax_row_backward(row, h->weights + i * h->keys, row, seen(h, i), h->scale);
    clear(row, seen(h, i), h->keys);
  }

  multiply_f(h->queries, h->width, h->keys, h->scores, h->keys, 1, h->k, h->step_k, 1, h->dq, h->step_dq, 0, h->scratch);
  multiply_f(h->keys, h->width, h->queries, h->scores, 1, h->keys, h->q, h->step_q, 1, h->dk, h->step_dk, 0, h->scratch);
}
