package dev.watershed.analyzer.calls;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * An end of a call.
 *
 * @param name of the service or module; the source's if it is none
 * @param party its index; empty if the name is no service's
 */
public record CallEnd(String name, OptionalInt party) {

  public CallEnd {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(party, "party");
  }
}
