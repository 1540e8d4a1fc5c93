package dev.watershed.reports.text;

import dev.watershed.analyzer.coupling.input.CouplingInput;
import dev.watershed.analyzer.ownership.Ownership;
import dev.watershed.analyzer.ownership.OwnsDraft;
import dev.watershed.analyzer.ownership.TableOwner;
import dev.watershed.analyzer.ownership.TableOwner.Confidence;
import dev.watershed.analyzer.ownership.TableOwner.Status;
import dev.watershed.analyzer.service.Attribution;
import dev.watershed.reports.Units;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** A draft of {@code owns} as YAML that a configuration takes as it is. */
public final class OwnsYaml {

  private static final String SERVICE = "  - name: ";
  private static final String FIELD = "    ";
  private static final String MODULE = "      - name: ";
  private static final String MODULE_FIELD = "        ";

  private final StringBuilder yaml = new StringBuilder();
  private final CouplingInput input;
  private final Ownership ownership;

  private OwnsYaml(CouplingInput input, Ownership ownership) {
    this.input = input;
    this.ownership = ownership;
  }

  /**
   * The draft.
   *
   * @param configured whether services are configured; without, each account becomes a service
   */
  public static String render(
      OwnsDraft draft, CouplingInput input, Ownership ownership, boolean configured) {
    OwnsYaml yaml = new OwnsYaml(input, ownership);
    yaml.head(draft, configured);
    SortedMap<String, List<OwnsDraft.Addition>> services = new TreeMap<>();
    for (OwnsDraft.Addition addition : draft.additions()) {
      services.merge(
          addition.party().service().orElseThrow(),
          List.of(addition),
          (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
    }
    if (!services.isEmpty()) {
      yaml.yaml.append("services:\n");
    }
    services.forEach((service, additions) -> yaml.service(service, additions, configured));
    yaml.contested();
    draft.inexpressible().forEach(table -> yaml.comment("no pattern names " + table + " alone"));
    return yaml.yaml.toString();
  }

  private void head(OwnsDraft draft, boolean configured) {
    if (draft.additions().isEmpty()) {
      comment("nothing to propose: every table has a declared owner, or nobody is seen to own it");
      return;
    }
    comment(
        configured
            ? "To add to the owns of these services; what is declared already is left out."
            : "Each account as a service of its own, with what it owns.");
    comment("Proposed by who writes, watched for " + Units.seconds(input.longestSeconds()) + ";");
    comment("by name: nobody writes, and all tables whose names begin alike are that service's.");
  }

  private void service(String name, List<OwnsDraft.Addition> additions, boolean configured) {
    yaml.append(SERVICE).append(quoted(name)).append('\n');
    if (!configured) {
      yaml.append(FIELD).append("match: {users: [").append(quoted(name)).append("]}\n");
    }
    boolean modules = false;
    for (OwnsDraft.Addition addition : additions) {
      if (addition.party().module().isEmpty()) {
        owns(FIELD, addition);
      }
    }
    for (OwnsDraft.Addition addition : additions) {
      if (addition.party().module().isPresent()) {
        yaml.append(modules ? "" : FIELD + "modules:\n");
        modules = true;
        yaml.append(MODULE).append(quoted(addition.party().module().get())).append('\n');
        owns(MODULE_FIELD, addition);
      }
    }
  }

  private void owns(String indent, OwnsDraft.Addition addition) {
    yaml.append(indent).append("# ").append(sureness(addition.party())).append('\n');
    yaml.append(indent).append("owns:\n");
    for (String pattern : addition.patterns()) {
      yaml.append(indent).append("  - ").append(quoted(pattern)).append('\n');
    }
  }

  private String sureness(Attribution party) {
    int byName = 0;
    int[] sure = new int[Confidence.values().length];
    for (TableOwner table : ownership.tables()) {
      if (table.owner().isPresent()
          && !ownership.declared().disputed(table.table())
          && input.parties().attribution(table.owner().getAsInt()).equals(party)) {
        byName += table.status() == Status.PROPOSED_BY_NAME ? 1 : 0;
        sure[table.confidence().ordinal()] += table.status() == Status.PROPOSED ? 1 : 0;
      }
    }
    return String.format(
        Locale.ROOT,
        "by writes: %d of high, %d of medium, %d of low confidence; by name: %d",
        sure[Confidence.HIGH.ordinal()],
        sure[Confidence.MEDIUM.ordinal()],
        sure[Confidence.LOW.ordinal()],
        byName);
  }

  private void contested() {
    ownership.tables().stream()
        .filter(table -> table.status() == Status.CONTESTED)
        .sorted(Comparator.comparingInt(TableOwner::table))
        .forEach(
            table ->
                comment(
                    "contested, no proposal: "
                        + input.tables().label(table.table())
                        + " ("
                        + OwnersText.writers(table, input)
                        + ")"));
  }

  private void comment(String text) {
    yaml.append("# ").append(text.replaceAll("[\\p{Cntrl}\u2028\u2029]", "?")).append('\n');
  }

  /** A double-quoted scalar (YAML 1.2, section 7.3.1). */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"' || character == '\\') {
        quoted.append('\\').append(character);
      } else if (character < ' ' || character > '~') {
        quoted.append(String.format("\\u%04x", (int) character));
      } else {
        quoted.append(character);
      }
    }
    return quoted.append('"').toString();
  }
}
