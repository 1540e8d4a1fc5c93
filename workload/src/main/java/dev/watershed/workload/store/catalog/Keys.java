package dev.watershed.workload.store.catalog;

import java.util.function.Function;

/** Finds the constant of a key. */
final class Keys {

  private Keys() {}

  /** The constant that some version wrote under this key; a newer one may have others. */
  static <T> T find(T[] constants, Function<T, String> keyOf, String key)
      throws NewerObjectException {
    for (T constant : constants) {
      if (keyOf.apply(constant).equals(key)) {
        return constant;
      }
    }
    throw new NewerObjectException("it says " + key);
  }
}
