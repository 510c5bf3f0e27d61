// Elements moved, converted or chosen; rows moved by number.
#include "kernels.h"

#define MOVE(T, U)                                                \
  do {                                                            \
    int n = w->size[0], sx = w->step[0][0], sy = w->step[1][0];   \
    const T* x = w->data[0];                                      \
    U* y = w->data[1];                                            \
    if (sx == 1 && sy == 1)                                       \
      for (int i = 0; i < n; i++) y[i] = (U)x[i];                 \
    else if (sx == 0 && sy == 1) {                                \
      U value = (U)*x;                                            \
      for (int i = 0; i < n; i++) y[i] = value;                   \
    } else                                                        \
      for (int i = 0; i < n; i++) y[i * sy] = (U)x[i * sx];       \
  } while (next_row(w));                                          \
  return

void copy(Walk* w) {
  switch (w->bytes[1]) {
    case 1: MOVE(uint8_t, uint8_t);
    case 2: MOVE(uint16_t, uint16_t);
    case 4: MOVE(uint32_t, uint32_t);
    default: MOVE(uint64_t, uint64_t);
  }
}

// Only where nothing is cut off: the rest stays with the engine's own rules.
enum { BYTE_TO_FLOAT, BYTE_TO_DOUBLE, BYTE_TO_LONG, LONG_TO_FLOAT, LONG_TO_DOUBLE, FLOAT_TO_DOUBLE, DOUBLE_TO_FLOAT };

void convert(Walk* w) {
  switch (w->op) {
    case BYTE_TO_FLOAT: MOVE(uint8_t, float);
    case BYTE_TO_DOUBLE: MOVE(uint8_t, double);
    case BYTE_TO_LONG: MOVE(uint8_t, int64_t);
    case LONG_TO_FLOAT: MOVE(int64_t, float);
    case LONG_TO_DOUBLE: MOVE(int64_t, double);
    case FLOAT_TO_DOUBLE: MOVE(float, double);
    case DOUBLE_TO_FLOAT: MOVE(double, float);
  }
}

// y = the one value at data[2] where the mask is set.
#define FILL(T)                                                   \
  do {                                                            \
    int n = w->size[0], sm = w->step[0][0], sy = w->step[1][0];   \
    const uint8_t* mask = w->data[0];                             \
    T *y = w->data[1], value = *(const T*)w->data[2];             \
    for (int i = 0; i < n; i++) y[i * sy] = mask[i * sm] ? value : y[i * sy]; \
  } while (next_row(w));                                          \
  return

void fill_where(Walk* w) {
  switch (w->bytes[1]) {
    case 1: FILL(uint8_t);
    case 2: FILL(uint16_t);
    case 4: FILL(uint32_t);
    default: FILL(uint64_t);
  }
}

// y[i] = mask[i] ? a[i] : b[i].
typedef struct { int n, bytes; const uint8_t* mask; const void *a, *b; void* y; } Choice;

#define CHOOSE(T) for (int i = 0; i < c->n; i++) ((T*)c->y)[i] = (c->mask[i] ? (const T*)c->a : (const T*)c->b)[i]

void choose(const Choice* c) {
  switch (c->bytes) {
    case 1: CHOOSE(uint8_t); break;
    case 2: CHOOSE(uint16_t); break;
    case 4: CHOOSE(uint32_t); break;
    default: CHOOSE(uint64_t); break;
  }
}

// (outer, n, inner) seen by an index of its middle; inner is counted in bytes for moves and in elements for sums.
typedef struct { int op, outer, n, inner, count; const int64_t* index; const void* x; void* y; } Rows;
enum { SELECT, PLACE, ADD_FLOATS, ADD_DOUBLES };

INLINE void move_row(const char* from, char* to, int bytes) {
  if (bytes == 4) *(uint32_t*)to = *(const uint32_t*)from;
  else if (bytes == 8) *(uint64_t*)to = *(const uint64_t*)from;
  else __builtin_memcpy(to, from, bytes);
}

void rows(const Rows* r) {
  for (int o = 0; o < r->outer; o++)
    for (int i = 0; i < r->count; i++) {
      int listed = (o * r->count + i) * r->inner, numbered = (o * r->n + (int)r->index[i]) * r->inner;
      switch (r->op) {
        case SELECT: move_row((const char*)r->x + numbered, (char*)r->y + listed, r->inner); break;
        case PLACE: move_row((const char*)r->x + listed, (char*)r->y + numbered, r->inner); break;
        case ADD_FLOATS:
          for (int j = 0; j < r->inner; j++) ((float*)r->y)[numbered + j] += ((const float*)r->x)[listed + j];
          break;
        default:
          for (int j = 0; j < r->inner; j++) ((double*)r->y)[numbered + j] += ((const double*)r->x)[listed + j];
      }
    }
}

// Single elements by place.
typedef struct { int op, bytes, n; const int* at; const void* x; void* y; } Places;
enum { GATHER, SCATTER, SCATTER_ADD_FLOATS, SCATTER_ADD_DOUBLES };

#define EACH(T, STATEMENT) do { const T* x = p->x; T* y = p->y; for (int i = 0; i < p->n; i++) STATEMENT; } while (0)

void places(const Places* p) {
  const int* at = p->at;
  switch (p->op * 16 + p->bytes) {
    case GATHER * 16 + 1: EACH(uint8_t, y[i] = x[at[i]]); break;
    case GATHER * 16 + 2: EACH(uint16_t, y[i] = x[at[i]]); break;
    case GATHER * 16 + 4: EACH(uint32_t, y[i] = x[at[i]]); break;
    case GATHER * 16 + 8: EACH(uint64_t, y[i] = x[at[i]]); break;
    case SCATTER * 16 + 1: EACH(uint8_t, y[at[i]] = x[i]); break;
    case SCATTER * 16 + 2: EACH(uint16_t, y[at[i]] = x[i]); break;
    case SCATTER * 16 + 4: EACH(uint32_t, y[at[i]] = x[i]); break;
    case SCATTER * 16 + 8: EACH(uint64_t, y[at[i]] = x[i]); break;
    case SCATTER_ADD_FLOATS * 16 + 4: EACH(float, y[at[i]] += x[i]); break;
    case SCATTER_ADD_DOUBLES * 16 + 8: EACH(double, y[at[i]] += x[i]); break;
  }
}
