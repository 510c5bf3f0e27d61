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

// ln Σ eˣ; room for the n exponentials in e.
static float log_of_sum(const float* x, float* e, int n) {
  float top = largest_f(x, n);
  SAFE for (int i = 0; i < n; i++) e[i] = exponential(x[i] - top);
  return top + logarithm(sum_f(e, n));
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
        float log = log_of_sum(x, y, n);
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
typedef struct { int rows, n; const float* x; const int64_t* classes; float *losses, *logs; const float* g; float *dx, *scratch; } CrossEntropy;

void cross_entropy(const CrossEntropy* c) {
  for (int row = 0; row < c->rows; row++) {
    const float* x = c->x + row * c->n;
    c->logs[row] = log_of_sum(x, c->scratch, c->n);
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

// softmax(scale · q kᵀ) v of outer × inner heads. Rows have no gaps within; if causal, a query sees its own place and what
// is before it. `at` are the first head's places and walk on from head to head.
enum { Q, K, V, Y, G, DQ, DK, DV, OPERANDS };
typedef struct {
  int outer, inner, queries, keys, width, value_width, causal;
  float scale;
  float* at[OPERANDS];
  int row[OPERANDS], step[OPERANDS], stride[OPERANDS];  // to the next row, inner head, outer head
  float *weights, *scores, *scratch;
} Heads;

INLINE int seen(const Heads* h, int query) { return h->causal && query + 1 < h->keys ? query + 1 : h->keys; }

INLINE void clear(float* x, int from, int to) {
  for (int i = from; i < to; i++) x[i] = 0;
}

static void head(const Heads* h) {
  multiply_f(h->queries, h->keys, h->width, h->at[Q], h->row[Q], 1, h->at[K], 1, h->row[K], h->weights, h->keys, 0, h->scratch);
  for (int i = 0; i < h->queries; i++) {
    float* row = h->weights + i * h->keys;
    softmax_row(row, row, seen(h, i), h->scale);
    clear(row, seen(h, i), h->keys);
  }

  multiply_f(h->queries, h->value_width, h->keys, h->weights, h->keys, 1, h->at[V], h->row[V], 1, h->at[Y], h->row[Y], 0, h->scratch);
}

static void head_backward(const Heads* h) {
  multiply_f(h->keys, h->value_width, h->queries, h->weights, 1, h->keys, h->at[G], h->row[G], 1, h->at[DV], h->row[DV], 0, h->scratch);
  multiply_f(h->queries, h->keys, h->value_width, h->at[G], h->row[G], 1, h->at[V], 1, h->row[V], h->scores, h->keys, 0, h->scratch);
  for (int i = 0; i < h->queries; i++) {
    float* row = h->scores + i * h->keys;
    softmax_row_backward(row, h->weights + i * h->keys, row, seen(h, i), h->scale);
    clear(row, seen(h, i), h->keys);
  }

  multiply_f(h->queries, h->width, h->keys, h->scores, h->keys, 1, h->at[K], h->row[K], 1, h->at[DQ], h->row[DQ], 0, h->scratch);
  multiply_f(h->keys, h->width, h->queries, h->scores, 1, h->keys, h->at[Q], h->row[Q], 1, h->at[DK], h->row[DK], 0, h->scratch);
}

// Head after head; operands that a direction has not are null and have no steps.
INLINE void next_head(Heads* h, int last) {
  for (int o = 0; o < OPERANDS; o++) h->at[o] += last ? h->stride[o] - (h->inner - 1) * h->step[o] : h->step[o];
  h->weights += h->queries * h->keys;
}

void attention(Heads* h) {
  for (int i = 1; i <= h->outer * h->inner; i++, next_head(h, (i - 1) % h->inner == 0)) head(h);
}

void attention_backward(Heads* h) {
  for (int i = 1; i <= h->outer * h->inner; i++, next_head(h, (i - 1) % h->inner == 0)) head_backward(h);
}
