package dev.watershed.sql.facts.binary;

import java.util.Objects;

/**
 * What facts depend on beside the statement's text.
 *
 * @param version of the analysis
 * @param definitions the hash of the tables and views that statements may mean
 */
public record FactsOrigin(int version, String definitions) {

  public FactsOrigin {
    Objects.requireNonNull(definitions, "definitions");
  }
}
