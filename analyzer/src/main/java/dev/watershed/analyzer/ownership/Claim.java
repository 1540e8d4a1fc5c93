package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.TablePattern;
import java.util.Objects;

/**
 * A pattern of the configuration and whose it is.
 *
 * @param party the service or module
 */
public record Claim(Attribution party, TablePattern pattern) {

  public Claim {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(pattern, "pattern");
  }

  /** Its service, with its module if it is one. */
  public String owner() {
    return party.service().orElseThrow() + party.module().map(module -> "/" + module).orElse("");
  }
}
