package dev.watershed.sql.live;

import java.util.Optional;

/** What happens to a live test that cannot run; {@code WATERSHED_LIVE} says it. */
enum LiveMode {
  /** It is skipped, with the reason. */
  OPTIONAL,
  /** It fails. */
  REQUIRED;

  static LiveMode ofEnvironment() {
    return of(Optional.ofNullable(System.getenv("WATERSHED_LIVE")));
  }

  /** An unknown word is an error: it would switch off what somebody meant to require. */
  static LiveMode of(Optional<String> setting) {
    return switch (setting.orElse("")) {
      case "", "optional" -> OPTIONAL;
      case "required" -> REQUIRED;
      default ->
          throw new IllegalArgumentException(
              "WATERSHED_LIVE is optional or required, not " + setting.orElse(""));
    };
  }
}
