// The matrix product for one number type: included once per type, with T, V (a vector of W numbers) and NAME set.
// Blocks that fit the caches are packed into panels, tiles of 4 × 2W are multiplied in registers
// (Goto and van de Geijn 2008). Every element is summed in one order.

// c (4 × 2W) = or += a · b, b a panel of 2W columns; a packed in fours, or read where it lies.
INLINE void NAME(tile)(int depth, const T* a, int row, int packed, const T* b, T* c, int stride, int accumulate) {
  V c00 = {0}, c01 = {0}, c10 = {0}, c11 = {0}, c20 = {0}, c21 = {0}, c30 = {0}, c31 = {0};
  const T *a0 = a, *a1 = a + row, *a2 = a1 + row, *a3 = a2 + row;
  for (int p = 0; p < depth; p++, b += 2 * W) {
    V left = NAME(load)(b), right = NAME(load)(b + W), x;
    x = NAME(repeat)(packed ? a : a0 + p); c00 += x * left; c01 += x * right;
    x = NAME(repeat)(packed ? a + 1 : a1 + p); c10 += x * left; c11 += x * right;
    x = NAME(repeat)(packed ? a + 2 : a2 + p); c20 += x * left; c21 += x * right;
    x = NAME(repeat)(packed ? a + 3 : a3 + p); c30 += x * left; c31 += x * right;
    if (packed) a += 4;
  }

  if (accumulate) {
    c00 += NAME(load)(c); c01 += NAME(load)(c + W);
    c10 += NAME(load)(c + stride); c11 += NAME(load)(c + stride + W);
    c20 += NAME(load)(c + 2 * stride); c21 += NAME(load)(c + 2 * stride + W);
    c30 += NAME(load)(c + 3 * stride); c31 += NAME(load)(c + 3 * stride + W);
  }

  NAME(store)(c, c00); NAME(store)(c + W, c01);
  NAME(store)(c + stride, c10); NAME(store)(c + stride + W, c11);
  NAME(store)(c + 2 * stride, c20); NAME(store)(c + 2 * stride + W, c21);
  NAME(store)(c + 3 * stride, c30); NAME(store)(c + 3 * stride + W, c31);
}

// Panels of `width` neighbouring columns, depth after depth; the last panel is filled up with zeros.
INLINE void NAME(pack)(const T* from, int row, int column, int depth, int count, int width, T* panel) {
  int j = 0;
  for (; j + width <= count; j += width, from += width * column, panel += depth * width)
    for (int p = 0; p < depth; p++)
      if (column == 1)
        for (int q = 0; q < width; q += W) NAME(store)(panel + p * width + q, NAME(load)(from + p * row + q));
      else
        for (int q = 0; q < width; q++) panel[p * width + q] = from[p * row + q * column];

  if (j < count)
    for (int p = 0; p < depth; p++)
      for (int q = 0; q < width; q++) panel[p * width + q] = j + q < count ? from[p * row + q * column] : 0;
}

static void NAME(pack_a)(const T* from, int row, int column, int depth, int count, T* block) {
  NAME(pack)(from, column, row, depth, count, 4, block);
}

static void NAME(pack_b)(const T* from, int row, int column, int depth, int count, T* panels) {
  NAME(pack)(from, row, column, depth, count, 2 * W, panels);
}

static void NAME(copy_tile)(const T* from, int from_stride, T* to, int to_stride, int height, int width) {
  for (int i = 0; i < height; i++)
    for (int j = 0; j < width; j++) to[i * to_stride + j] = from[i * from_stride + j];
}

// One tile of c, which may hang over c's end: then it is made in `edge`.
INLINE void NAME(whole_tile)(int height, int width, int depth, const T* a, int row, int packed, const T* b, T* c, int stride, int accumulate, T* edge) {
  if (height >= 4 && width >= 2 * W) {
    NAME(tile)(depth, a, row, packed, b, c, stride, accumulate);
    return;
  }

  height = height < 4 ? height : 4;
  width = width < 2 * W ? width : 2 * W;
  if (accumulate) NAME(copy_tile)(c, stride, edge, 2 * W, height, width);
  NAME(tile)(depth, a, row, packed, b, edge, 2 * W, accumulate);
  NAME(copy_tile)(edge, 2 * W, c, stride, height, width);
}

void NAME(multiply)(PRODUCT_ARGUMENTS(T)) {
  T *edge = scratch, *block = edge + 8 * W, *panels = block + ROWS * DEPTH;
  int direct = column_a == 1;
  for (int j0 = 0; j0 < n; j0 += COLUMNS) {
    int columns = n - j0 < COLUMNS ? n - j0 : COLUMNS;
    for (int p = 0; p < k || p == 0; p += DEPTH) {
      int depth = k - p < DEPTH ? k - p : DEPTH, adds = accumulate || p > 0;
      NAME(pack_b)(b + p * row_b + j0 * column_b, row_b, column_b, depth, columns, panels);
      for (int i0 = 0; i0 < m; i0 += ROWS) {
        int rows = m - i0 < ROWS ? m - i0 : ROWS, whole = direct ? rows & ~3 : 0;
        const T* source = a + i0 * row_a + p * column_a;
        T* target = c + i0 * stride + j0;
        if (whole < rows) NAME(pack_a)(source + whole * row_a, row_a, column_a, depth, rows - whole, block);
        for (int j = 0; j < columns; j += 2 * W) {
          const T* panel = panels + j * depth;
          for (int i = 0; i < whole; i += 4)
            NAME(whole_tile)(4, columns - j, depth, source + i * row_a, row_a, 0, panel, target + i * stride + j, stride, adds, edge);
          for (int i = whole; i < rows; i += 4)
            NAME(whole_tile)(rows - i, columns - j, depth, block + (i - whole) * depth, 0, 1, panel, target + i * stride + j, stride, adds, edge);
        }
      }
    }
  }
}
