package dev.watershed.cli.command;

import dev.watershed.cli.imports.PathOwners;
import dev.watershed.rules.gate.InlineAllowances;
import dev.watershed.rules.gate.KnownBefore;
import dev.watershed.rules.gate.TouchedServices;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a change besides what it does.
 *
 * @param allowances of the files that are judged
 * @param owners whose files are
 * @param touched whose files it touches; empty where nobody says
 * @param known what the configuration already shows that it starts from; empty where none is given
 */
record ChangeSetting(
    InlineAllowances allowances,
    PathOwners owners,
    Optional<TouchedServices> touched,
    Optional<KnownBefore> known) {

  ChangeSetting {
    Objects.requireNonNull(allowances, "allowances");
    Objects.requireNonNull(owners, "owners");
    Objects.requireNonNull(touched, "touched");
    Objects.requireNonNull(known, "known");
  }
}
