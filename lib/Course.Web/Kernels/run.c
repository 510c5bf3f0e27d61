// The one way in: a kernel by its number, and the address of its arguments. The order is that of HostKernel in lib/Course.Torch.
#include "kernels.h"

#define KERNELS(EACH)                                                                   \
  EACH(product) EACH(map_f) EACH(map_d) EACH(zip_f) EACH(zip_d)                          \
  EACH(compare_f) EACH(compare_d) EACH(compare_l) EACH(copy) EACH(convert) EACH(fill_where) EACH(choose) EACH(rows) EACH(places) \
  EACH(reduce_f) EACH(reduce_d) EACH(softmax) EACH(cross_entropy) EACH(cross_entropy_backward)  \
  EACH(layer_norm) EACH(layer_norm_backward) EACH(attention) EACH(attention_backward)   \
  EACH(unfold_float) EACH(unfold_double) EACH(fold_float) EACH(fold_double)             \
  EACH(max_pool_float) EACH(max_pool_double) EACH(max_pool_backward_float) EACH(max_pool_backward_double) \
  EACH(adam) EACH(sgd)

#define DECLARE(name) void name(void*);
#define NUMBER(name) NUMBER_##name,
#define CALL(name) case NUMBER_##name: name(arguments); return;

KERNELS(DECLARE)
enum { KERNELS(NUMBER) };

__attribute__((export_name("run"))) void run(int kernel, void* arguments) {
  switch (kernel) { KERNELS(CALL) }
}
