package dev.watershed.benchmarks.coupling;

import dev.watershed.benchmarks.command.MadeWith;
import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.benchmarks.proof.Watershed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * {@code WeeksMain --month FOLDER --start 2026-10-01}: whether findings about coupling and
 * proposals keep their ids from week to week of a month of {@code MonthMain}.
 */
public final class WeeksMain {

  private static final int WEEKS = 4;
  private static final int DAYS = 7;

  private WeeksMain() {}

  /** Collects what is not collected yet of the month, and compares its weeks. */
  public static void main(String[] arguments) throws IOException {
    Options options =
        Options.read(
            arguments, "--month FOLDER [--start 2026-10-01]", Set.of("--month"), Set.of("--start"));
    Path folder = Path.of(options.text("--month"));
    LocalDate start = LocalDate.parse(options.text("--start", "2026-10-01"));
    new MadeWith(folder, List.of("--start " + start)).require();
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    List<SpanFindings> weeks = new ArrayList<>();
    for (int week = 0; week < WEEKS; week++) {
      weeks.add(week(watershed, folder, start.plusDays((long) week * DAYS)));
    }
    pairs(weeks);
    kinds(weeks);
    for (int week = 0; week + 1 < WEEKS; week++) {
      list(weeks.get(week), weeks.get(week + 1));
      list(weeks.get(week + 1), weeks.get(week));
    }
  }

  private static SpanFindings week(Watershed watershed, Path folder, LocalDate first)
      throws IOException {
    String since = first.toString();
    String until = first.plusDays(DAYS).toString();
    String coupling = read(watershed, since, until, "analyze", "--coupling");
    String plan = read(watershed, since, until, "plan");
    String load = read(watershed, since, until, "analyze", "--limit", "0");
    return SpanFindings.of(
            since,
            Duration.ofDays(DAYS),
            JsonNode.read(folder.resolve(coupling)),
            JsonNode.read(folder.resolve(load)))
        .with(Duration.ofDays(DAYS), JsonNode.read(folder.resolve(plan)));
  }

  /** Runs a command on a week; the file of its answer. */
  private static String read(Watershed watershed, String since, String until, String... command)
      throws IOException {
    String file = String.join("", command) + "-" + since + ".json";
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("-c", "watershed.yaml", "--since", since, "--until", until));
    arguments.addAll(List.of("--format", "json", "--out", file));
    watershed.run(arguments.toArray(String[]::new));
    return file;
  }

  private static void pairs(List<SpanFindings> weeks) {
    for (SpanFindings first : weeks) {
      for (SpanFindings second : weeks) {
        if (!first.name().equals(second.name())) {
          say(
              first.name() + " in " + second.name(),
              IdAgreement.of(first, second, first.ids(found -> !found.proposal())));
        }
      }
    }
  }

  /** Over all pairs of adjacent weeks, in both directions: findings, then each kind. */
  private static void kinds(List<SpanFindings> weeks) {
    adjacent(weeks, "adjacent, findings", found -> !found.proposal());
    adjacent(weeks, "adjacent, beyond chance", found -> !found.proposal() && !found.occasional());
    SortedSet<String> kinds = new TreeSet<>();
    weeks.forEach(week -> week.findings().values().forEach(found -> kinds.add(found.kind())));
    kinds.forEach(kind -> adjacent(weeks, kind, found -> found.kind().equals(kind)));
  }

  private static void adjacent(
      List<SpanFindings> weeks, String what, Predicate<SpanFindings.Found> wanted) {
    IdAgreement all = IdAgreement.NONE;
    for (int week = 0; week + 1 < weeks.size(); week++) {
      SpanFindings one = weeks.get(week);
      SpanFindings next = weeks.get(week + 1);
      all = all.plus(IdAgreement.of(one, next, one.ids(wanted)));
      all = all.plus(IdAgreement.of(next, one, next.ids(wanted)));
    }
    say(what, all);
  }

  private static void say(String what, IdAgreement agreement) {
    System.out.printf("%-26s %s%n", what, agreement.words());
  }

  /** The findings that another week lacks, and why. */
  private static void list(SpanFindings first, SpanFindings second) {
    first.findings().entrySet().stream()
        .filter(each -> !second.findings().containsKey(each.getKey()))
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            each ->
                System.out.printf(
                    Locale.ROOT,
                    "%s, not %s: %s  %-24s %,8.1f times  %-9s %s%n",
                    first.name(),
                    second.name(),
                    each.getKey(),
                    each.getValue().kind(),
                    each.getValue().times(),
                    why(each.getValue(), second),
                    each.getValue().subject()));
  }

  private static String why(SpanFindings.Found found, SpanFindings other) {
    if (IdAgreement.gone(found, other)) {
      return "load gone";
    }
    return IdAgreement.rare(found) ? "rare" : "turned";
  }
}
