package dev.watershed.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments of {@code spark-submit} behind the jar: those of {@code watershed}, and where the
 * store is.
 *
 * @param store the value of {@code --store}, wherever it stands
 * @param others all others, in their order
 */
record Arguments(Optional<String> store, List<String> others) {

  private static final String STORE = "--store";

  Arguments {
    others = List.copyOf(others);
  }

  static Arguments of(String... arguments) {
    Optional<String> store = Optional.empty();
    List<String> others = new ArrayList<>();
    for (int i = 0; i < arguments.length; i++) {
      if (arguments[i].equals(STORE) && i + 1 < arguments.length) {
        store = Optional.of(arguments[++i]);
      } else if (arguments[i].startsWith(STORE + "=")) {
        store = Optional.of(arguments[i].substring(STORE.length() + 1));
      } else {
        others.add(arguments[i]);
      }
    }
    return new Arguments(store, others);
  }
}
