package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.TablePattern;
import java.util.Objects;
import java.util.Optional;

/**
 * A pattern and whose it is.
 *
 * @param party the service or module
 * @param source the file that says so; empty for the configuration
 */
public record Claim(Attribution party, TablePattern pattern, Optional<ClaimSource> source) {

  public Claim {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(pattern, "pattern");
    Objects.requireNonNull(source, "source");
  }

  /** One of the configuration. */
  public Claim(Attribution party, TablePattern pattern) {
    this(party, pattern, Optional.empty());
  }

  /** Its service, with its module if it is one. */
  public String owner() {
    return party.service().orElseThrow() + party.module().map(module -> "/" + module).orElse("");
  }

  /** The sort of its source; empty for the configuration. */
  public Optional<ClaimSource.Kind> kind() {
    return source.map(ClaimSource::kind);
  }

  /** The pattern and where it stands: {@code owns shop.*}, or {@code shop.* in FILE:LINE}. */
  public String words() {
    return source
        .map(from -> pattern.text() + " in " + from.place())
        .orElseGet(() -> "owns " + pattern.text());
  }
}
