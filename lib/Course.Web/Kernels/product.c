// Matrix products of floats and doubles.
#include "kernels.h"

enum { DEPTH = 256, ROWS = 128, COLUMNS = 1024 };  // a panel of b, 256 × 8 floats, is 8 KB: level 1; a block of a 128 KB: level 2

#define T float
#define V f4
#define W 4
#define NAME(name) name##_f
#include "product.h"

#undef T
#undef V
#undef W
#undef NAME
#define T double
#define V d2
#define W 2
#define NAME(name) name##_d
#include "product.h"

typedef struct { int type, m, n, k; const void* a; int row_a, column_a; const void* b; int row_b, column_b; void* c; int stride, accumulate; void* scratch; } Product;

void product(const Product* p) {
  if (p->type)
    multiply_d(p->m, p->n, p->k, p->a, p->row_a, p->column_a, p->b, p->row_b, p->column_b, p->c, p->stride, p->accumulate, p->scratch);
  else
    multiply_f(p->m, p->n, p->k, p->a, p->row_a, p->column_a, p->b, p->row_b, p->column_b, p->c, p->stride, p->accumulate, p->scratch);
}
