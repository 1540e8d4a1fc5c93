package dev.watershed.analyzer.coupling.input;

import dev.watershed.analyzer.service.Attribution;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Who sends statements, by index: services or modules in the order of their names, then two that
 * always exist, for what no service claims and for what nobody saw whose it is.
 */
public final class Parties {

  /** The name of what no service claims. */
  public static final String UNATTRIBUTED = "(unattributed)";

  /** The name of what counters show without a sample of whose it is. */
  public static final String UNSEEN = "(not seen whose)";

  private static final Comparator<Attribution> ORDER =
      Comparator.comparing((Attribution party) -> party.service().orElse(""))
          .thenComparing(party -> party.module().orElse(""));

  private final List<Attribution> services;
  private final Map<Attribution, Integer> indexes = new HashMap<>();

  /**
   * @param services those that have a name; others are passed over
   */
  public Parties(Collection<Attribution> services) {
    this.services =
        services.stream().filter(Attribution::attributed).distinct().sorted(ORDER).toList();
    for (int party = 0; party < this.services.size(); party++) {
      indexes.put(this.services.get(party), party);
    }
  }

  /** How many there are, with the two without a name. */
  public int size() {
    return services.size() + 2;
  }

  /** How many services or modules there are: those with the lowest indexes. */
  public int services() {
    return services.size();
  }

  /** What no service claims. */
  public int unattributed() {
    return services.size();
  }

  /** What nobody saw whose it is. */
  public int unseen() {
    return services.size() + 1;
  }

  /** Whether a party is a service or module. */
  public boolean isService(int party) {
    return party < services.size();
  }

  /** Whose it is; {@link Attribution#NONE} for the two without a name. */
  public Attribution attribution(int party) {
    return isService(party) ? services.get(party) : Attribution.NONE;
  }

  /**
   * Whether a party is another than an owner. What is of a service and of none of its modules may
   * be any module's, and is foreign to none of them.
   *
   * @param owner a service or module
   */
  public boolean foreign(int party, int owner) {
    if (party == owner) {
      return false;
    }
    Attribution one = attribution(party);
    Attribution other = attribution(owner);
    return !one.service().equals(other.service())
        || one.module().isPresent() && other.module().isPresent();
  }

  /** The index of a party; that of what no service claims for {@link Attribution#NONE}. */
  public OptionalInt find(Attribution party) {
    if (!party.attributed()) {
      return OptionalInt.of(unattributed());
    }
    Integer found = indexes.get(party);
    return found == null ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** Its name, {@code service} or {@code service/module}. */
  public String name(int party) {
    if (party == unattributed()) {
      return UNATTRIBUTED;
    }
    if (party == unseen()) {
      return UNSEEN;
    }
    Attribution named = services.get(party);
    return named.service().orElseThrow() + named.module().map(module -> "/" + module).orElse("");
  }
}
