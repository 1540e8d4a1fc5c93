package dev.watershed.cli.config;

import dev.watershed.analyzer.service.Attribution;
import java.util.Objects;

/**
 * Code that is a service's or module's.
 *
 * @param party whose it is
 * @param files which
 */
public record CodePath(Attribution party, PathPattern files) {

  public CodePath {
    Objects.requireNonNull(party, "party");
    Objects.requireNonNull(files, "files");
  }
}
