package dev.watershed.analyzer.service;

import dev.watershed.workload.Origin;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * What the statements of a service or module have in common. Every criterion given has to hold; in
 * a criterion, one of the patterns.
 *
 * <p>A host or program that the source does not show (empty) neither confirms nor excludes, as long
 * as another criterion is confirmed; an account or comment tag that is missing excludes.
 *
 * @param users account names
 * @param hosts client hosts or networks
 * @param programs client programs; a slow log shows them only in comments, see {@link
 *     #PROGRAM_TAGS}
 * @param comments comment tags, all of which have to hold
 */
public record Match(
    List<Glob> users, List<HostPattern> hosts, List<Glob> programs, List<CommentPattern> comments) {

  /** The comment tags that name the client program, in order of preference. */
  public static final List<String> PROGRAM_TAGS = List.of("program_name", "program", "application");

  private static final int EXCLUDED = -1;
  private static final int NOT_SHOWN = -2;

  public Match {
    users = List.copyOf(users);
    hosts = List.copyOf(hosts);
    programs = List.copyOf(programs);
    comments = List.copyOf(comments);
    if (users.isEmpty() && hosts.isEmpty() && programs.isEmpty() && comments.isEmpty()) {
      throw new IllegalArgumentException("a match needs users, hosts, programs or comments");
    }
  }

  /** How specifically the origin fits; empty if it does not. */
  Optional<MatchStrength> strengthFor(Origin origin) {
    int criteria = 0;
    int literals = 0;
    for (int strength : strengths(origin)) {
      if (strength == EXCLUDED) {
        return Optional.empty();
      }
      if (strength != NOT_SHOWN) {
        criteria++;
        literals += strength;
      }
    }
    return criteria == 0 ? Optional.empty() : Optional.of(new MatchStrength(criteria, literals));
  }

  private int[] strengths(Origin origin) {
    Stream.Builder<OptionalInt> given = Stream.builder();
    if (!users.isEmpty()) {
      given.add(best(users, glob -> glob.matches(origin.user()), Glob::literalCharacters));
    }
    for (CommentPattern comment : comments) {
      String value = origin.tag(comment.key());
      Predicate<Glob> fits = glob -> !value.isEmpty() && glob.matches(value);
      given.add(best(comment.values(), fits, Glob::literalCharacters));
    }
    if (!hosts.isEmpty()) {
      String host = origin.host();
      given.add(
          host.isEmpty()
              ? OptionalInt.of(NOT_SHOWN)
              : best(hosts, pattern -> pattern.matches(host), HostPattern::literalCharacters));
    }
    if (!programs.isEmpty()) {
      String program = programOf(origin);
      given.add(
          program.isEmpty()
              ? OptionalInt.of(NOT_SHOWN)
              : best(programs, glob -> glob.matches(program), Glob::literalCharacters));
    }
    return given.build().mapToInt(strength -> strength.orElse(EXCLUDED)).toArray();
  }

  private static <T> OptionalInt best(
      List<T> patterns, Predicate<T> fits, ToIntFunction<T> literalCharacters) {
    return patterns.stream().filter(fits).mapToInt(literalCharacters).max();
  }

  private static String programOf(Origin origin) {
    return PROGRAM_TAGS.stream()
        .map(origin::tag)
        .filter(value -> !value.isEmpty())
        .findFirst()
        .orElse("");
  }
}
