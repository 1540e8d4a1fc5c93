package dev.watershed.cli.config;

import java.util.Objects;

/**
 * A secret as the configuration refers to it, such as <code>${env:PASSWORD}</code> or <code>
 * ${file:/run/secrets/x}</code>. Only commands that connect resolve it; nothing prints it.
 */
public final class Secret {

  private final String reference;

  Secret(String reference) {
    this.reference = Objects.requireNonNull(reference, "reference");
  }

  /** What stands in the file. */
  public String reference() {
    return reference;
  }

  @Override
  public String toString() {
    return "(secret)";
  }
}
