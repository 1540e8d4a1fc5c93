package dev.watershed.workload.store.text;

import java.util.Optional;

/** Where the texts of windows are found. */
@FunctionalInterface
public interface TextLookup {

  /** Finds none. */
  TextLookup NONE = id -> Optional.empty();

  /** The text of an id; empty if it is missing or damaged. */
  Optional<String> find(TextId id);
}
