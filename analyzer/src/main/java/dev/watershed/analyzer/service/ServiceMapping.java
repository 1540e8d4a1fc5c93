package dev.watershed.analyzer.service;

import dev.watershed.workload.Origin;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Origins to services and modules.
 *
 * <p>Where several services fit an origin, the most specific match wins: the one with more criteria
 * confirmed, then the one whose fitting patterns have more literal characters, then the first in
 * the file. A module is chosen likewise among those of the winning service. A service without a
 * match of its own has an origin when one of its modules has it.
 *
 * <p>Without any service configured, the account is the service. Executions without an account, and
 * those of accounts lumped together beyond the bounds, are unattributed either way.
 *
 * <p>Of a snapshot the origins say themselves whose they are ({@link ServiceOrigin}).
 */
public final class ServiceMapping {

  private static final ServiceMapping ACCOUNTS = new ServiceMapping(List.of(), false);

  private final List<Service> services;
  private final boolean ofSnapshot;

  private ServiceMapping(List<Service> services, boolean ofSnapshot) {
    this.services = services;
    this.ofSnapshot = ofSnapshot;
  }

  /** The mapping without configuration: the account is the service. */
  public static ServiceMapping accounts() {
    return ACCOUNTS;
  }

  /**
   * The mapping of a configuration; {@link #accounts()} when it declares no services.
   *
   * @param services in the order of the file, with unique names
   */
  public static ServiceMapping of(List<Service> services) {
    List<Service> copy = List.copyOf(services);
    long names = copy.stream().map(Service::name).distinct().count();
    if (names != copy.size()) {
      throw new IllegalArgumentException("two services have the same name");
    }
    return copy.isEmpty() ? ACCOUNTS : new ServiceMapping(copy, false);
  }

  /**
   * The same services for a snapshot, whose origins are {@link ServiceOrigin}s. What those name
   * counts, also where no service here is called so.
   */
  public ServiceMapping ofSnapshot() {
    return new ServiceMapping(services, true);
  }

  /** The services that are configured, in the order of the file. */
  public List<Service> services() {
    return services;
  }

  /** Whether services are configured, here or where a snapshot was made. */
  public boolean configured() {
    return ofSnapshot || !services.isEmpty();
  }

  /** Whose an origin is. */
  public Attribution attribute(Origin origin) {
    if (origin.equals(Origin.LUMPED)) {
      return Attribution.NONE;
    }
    if (ofSnapshot) {
      return ServiceOrigin.attribution(origin);
    }
    if (!configured()) {
      return origin.user().isEmpty() ? Attribution.NONE : Attribution.of(origin.user());
    }
    return strongest(services, service -> strengthFor(service, origin))
        .map(service -> refine(service, origin))
        .orElse(Attribution.NONE);
  }

  /** The comment tags that the mapping looks at, in alphabetical order. */
  public List<String> tagKeys() {
    TreeSet<String> keys = new TreeSet<>();
    matches()
        .flatMap(match -> match.comments().stream())
        .map(CommentPattern::key)
        .forEach(keys::add);
    if (matches().anyMatch(match -> !match.programs().isEmpty())) {
      keys.addAll(Match.PROGRAM_TAGS);
    }
    return List.copyOf(keys);
  }

  /**
   * How many leading bits of an IPv4 address a source has to keep so that every host pattern can be
   * decided.
   *
   * @param least the bits kept anyway
   */
  public int ipv4NetworkBits(int least) {
    return matches()
        .flatMap(match -> match.hosts().stream())
        .map(HostPattern::ipv4PrefixBits)
        .flatMapToInt(bits -> bits.isPresent() ? IntStream.of(bits.getAsInt()) : IntStream.empty())
        .reduce(least, Math::max);
  }

  private Stream<Match> matches() {
    return services.stream()
        .flatMap(
            service ->
                Stream.concat(
                    service.match().stream(),
                    service.modules().stream().flatMap(module -> module.match().stream())));
  }

  private static Attribution refine(Service service, Origin origin) {
    return strongest(service.modules(), module -> strengthFor(module, origin))
        .map(module -> Attribution.of(service.name(), module.name()))
        .orElseGet(() -> Attribution.of(service.name()));
  }

  private static Optional<MatchStrength> strengthFor(Service service, Origin origin) {
    if (service.match().isPresent()) {
      return service.match().get().strengthFor(origin);
    }
    return service.modules().stream()
        .flatMap(module -> strengthFor(module, origin).stream())
        .max(Comparator.naturalOrder());
  }

  private static Optional<MatchStrength> strengthFor(ServiceModule module, Origin origin) {
    return module.match().flatMap(match -> match.strengthFor(origin));
  }

  /** The candidate with the greatest strength; of several, the first. */
  private static <T> Optional<T> strongest(
      List<T> candidates, Function<T, Optional<MatchStrength>> strengthOf) {
    T winner = null;
    MatchStrength best = null;
    for (T candidate : candidates) {
      MatchStrength strength = strengthOf.apply(candidate).orElse(null);
      if (strength != null && (best == null || strength.compareTo(best) > 0)) {
        winner = candidate;
        best = strength;
      }
    }
    return Optional.ofNullable(winner);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ServiceMapping mapping
        && mapping.ofSnapshot == ofSnapshot
        && mapping.services.equals(services);
  }

  @Override
  public int hashCode() {
    return Objects.hash(services, ofSnapshot);
  }
}
