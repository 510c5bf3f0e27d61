// Windows that slide over planes: images to columns and back, and the largest of each window.
#include "kernels.h"

typedef struct {
  int planes, height, width, kernel_height, kernel_width, stride_height, stride_width;
  int pad_height, pad_width, dilation_height, dilation_width, out_height, out_width;
  const void* x;
  void* y;
  int64_t* places;
} Windows;

enum { FLOATS, DOUBLES };

// The windows [first, last) whose pixel at this offset lies inside the line.
INLINE int first_inside(const Windows* w, int left) {
  int start = w->pad_width - left, first = start <= 0 ? 0 : (start + w->stride_width - 1) / w->stride_width;
  return first < w->out_width ? first : w->out_width;
}

INLINE int last_inside(const Windows* w, int left, int first) {
  int room = w->width - 1 + w->pad_width - left, last = room < 0 ? 0 : room / w->stride_width + 1;
  last = last < w->out_width ? last : w->out_width;
  return last > first ? last : first;
}

// columns[(plane, ky, kx), (oy, ox)] = the pixel under that place of the kernel in that window, 0 outside.
#define UNFOLD(T)                                                                              \
  void unfold_##T(const Windows* w) {                                                          \
    T* line = w->y;                                                                            \
    for (int plane = 0; plane < w->planes; plane++)                                            \
      for (int ky = 0; ky < w->kernel_height; ky++)                                            \
        for (int kx = 0; kx < w->kernel_width; kx++) {                                         \
          int left = kx * w->dilation_width, first = first_inside(w, left), last = last_inside(w, left, first); \
          for (int oy = 0; oy < w->out_height; oy++, line += w->out_width) {                   \
            int row = oy * w->stride_height - w->pad_height + ky * w->dilation_height, step = w->stride_width; \
            int begin = row < 0 || row >= w->height ? w->out_width : first, end = begin == first ? last : begin; \
            const T* x = (const T*)w->x + (plane * w->height + row) * w->width - w->pad_width + left; \
            for (int ox = 0; ox < begin; ox++) line[ox] = 0;                                   \
            if (step == 1) SAFE for (int ox = begin; ox < end; ox++) line[ox] = x[ox];         \
            else for (int ox = begin; ox < end; ox++) line[ox] = x[ox * step];                 \
            for (int ox = end; ox < w->out_width; ox++) line[ox] = 0;                          \
          }                                                                                    \
        }                                                                                      \
  }

// Each column entry added to the pixel it came from.
#define FOLD(T)                                                                                \
  void fold_##T(const Windows* w) {                                                            \
    const T* line = w->x;                                                                      \
    for (int plane = 0; plane < w->planes; plane++)                                            \
      for (int ky = 0; ky < w->kernel_height; ky++)                                            \
        for (int kx = 0; kx < w->kernel_width; kx++) {                                         \
          int left = kx * w->dilation_width, first = first_inside(w, left), last = last_inside(w, left, first); \
          for (int oy = 0; oy < w->out_height; oy++, line += w->out_width) {                   \
            int row = oy * w->stride_height - w->pad_height + ky * w->dilation_height, step = w->stride_width; \
            if (row < 0 || row >= w->height) continue;                                         \
            T* y = (T*)w->y + (plane * w->height + row) * w->width - w->pad_width + left;      \
            if (step == 1) SAFE for (int ox = first; ox < last; ox++) y[ox] += line[ox];       \
            else for (int ox = first; ox < last; ox++) y[ox * step] += line[ox];               \
          }                                                                                    \
        }                                                                                      \
  }

// Of four values, the first of the best or the last NaN, as the loop below would find it.
#define BETTER(AT) best = x[AT] > x[best] || x[AT] != x[AT] ? AT : best

// Largest of each window and its place in the plane: the first of several, NaN if there is one.
#define MAX_POOL(T)                                                                            \
  void max_pool_##T(const Windows* w) {                                                        \
    T* y = w->y;                                                                               \
    int64_t* place = w->places;                                                                \
    for (int plane = 0; plane < w->planes; plane++) {                                          \
      const T* x = (const T*)w->x + plane * w->height * w->width;                              \
      for (int oy = 0; oy < w->out_height; oy++)                                               \
        for (int ox = 0; ox < w->out_width; ox++) {                                            \
          int best = -1;                                                                       \
          if (w->kernel_height == 2 && w->kernel_width == 2 && !(w->pad_height | w->pad_width) && (w->dilation_height & w->dilation_width) == 1 \
              && oy * w->stride_height + 1 < w->height && ox * w->stride_width + 1 < w->width) { \
            best = oy * w->stride_height * w->width + ox * w->stride_width;                    \
            int right = best + 1, below = best + w->width;                                     \
            BETTER(right);                                                                     \
            BETTER(below);                                                                     \
            BETTER(below + 1);                                                                 \
            *y++ = x[best];                                                                    \
            *place++ = best;                                                                   \
            continue;                                                                          \
          }                                                                                    \
          for (int ky = 0; ky < w->kernel_height; ky++) {                                      \
            int row = oy * w->stride_height - w->pad_height + ky * w->dilation_height;         \
            if (row < 0 || row >= w->height) continue;                                         \
            for (int kx = 0; kx < w->kernel_width; kx++) {                                     \
              int column = ox * w->stride_width - w->pad_width + kx * w->dilation_width, at = row * w->width + column; \
              if (column < 0 || column >= w->width) continue;                                  \
              if (best < 0 || x[at] > x[best] || x[at] != x[at]) best = at;                    \
            }                                                                                  \
          }                                                                                    \
          *y++ = x[best];                                                                      \
          *place++ = best;                                                                     \
        }                                                                                      \
    }                                                                                          \
  }

// Each window's gradient added at its place; height × width is the plane, out_height × out_width its windows.
#define MAX_POOL_BACKWARD(T)                                                                   \
  void max_pool_backward_##T(const Windows* w) {                                               \
    const T* g = w->x;                                                                         \
    const int64_t* place = w->places;                                                          \
    for (int plane = 0; plane < w->planes; plane++) {                                          \
      T* dx = (T*)w->y + plane * w->height * w->width;                                         \
      for (int i = 0; i < w->out_height * w->out_width; i++) dx[*place++] += *g++;             \
    }                                                                                          \
  }

UNFOLD(float)
UNFOLD(double)
FOLD(float)
FOLD(double)
MAX_POOL(float)
MAX_POOL(double)
MAX_POOL_BACKWARD(float)
MAX_POOL_BACKWARD(double)
