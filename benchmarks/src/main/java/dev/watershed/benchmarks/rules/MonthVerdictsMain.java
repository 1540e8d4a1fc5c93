package dev.watershed.benchmarks.rules;

import dev.watershed.benchmarks.command.MadeWith;
import dev.watershed.benchmarks.command.Options;
import dev.watershed.benchmarks.json.JsonNode;
import dev.watershed.benchmarks.proof.Watershed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * {@code MonthVerdictsMain --month FOLDER --start 2026-10-01 --days 30}: whether {@code check}
 * gives the same errors of a month of {@code fleet.MonthMain}, of its halves and of its weeks, by
 * their keys. Each span is judged for itself: nothing is recorded, so that none knows of another
 * one.
 */
public final class MonthVerdictsMain {

  /** All is well, the gate failed, something could not be judged. */
  private static final Set<Integer> JUDGED = Set.of(0, 1, 3);

  private MonthVerdictsMain() {}

  /** Collects what is not collected yet of the month, and compares; exits with 2 without one. */
  public static void main(String[] arguments) throws IOException {
    Options options =
        Options.read(
            arguments,
            "--month FOLDER [--start 2026-10-01] [--days 30]",
            Set.of("--month"),
            Set.of("--start", "--days"));
    Path folder = Path.of(options.text("--month"));
    LocalDate start = LocalDate.parse(options.text("--start", "2026-10-01"));
    int days = options.number("--days", 30);
    new MadeWith(folder, List.of("--start " + start, "--days " + days)).require();
    Watershed watershed = new Watershed(folder);
    watershed.run("collect", "-c", "watershed.yaml", "--log-ended");
    SpanVerdicts whole = judge(watershed, MonthSpan.whole(start, days));
    List<SpanVerdicts> halves = judge(watershed, MonthSpan.halves(start, days));
    List<SpanVerdicts> weeks = judge(watershed, MonthSpan.weeks(start, days));
    say("month and halves", with(whole, halves, whole));
    say("month and weeks", with(whole, weeks, whole));
    say("half and half", pairs(halves, whole));
    say("week and week", pairs(weeks, whole));
    List<SpanVerdicts> all = new ArrayList<>(halves);
    all.addAll(weeks);
    all.add(whole);
    list(all, whole);
  }

  private static List<SpanVerdicts> judge(Watershed watershed, List<MonthSpan> spans)
      throws IOException {
    List<SpanVerdicts> verdicts = new ArrayList<>();
    for (MonthSpan span : spans) {
      verdicts.add(judge(watershed, span));
    }
    return verdicts;
  }

  private static SpanVerdicts judge(Watershed watershed, MonthSpan span) throws IOException {
    SpanVerdicts verdicts =
        SpanVerdicts.of(
            span,
            answer(watershed, span, "check", "--no-record"),
            answer(watershed, span, "analyze", "--coupling"),
            answer(watershed, span, "analyze", "--limit", "0"));
    System.out.printf(
        "%-17s %s until %s: %d errors%n",
        span.name(), span.first(), span.until(), verdicts.errors().size());
    return verdicts;
  }

  private static JsonNode answer(Watershed watershed, MonthSpan span, String... command)
      throws IOException {
    Path file = Files.createTempFile("verdicts", ".json");
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(
        List.of("-c", "watershed.yaml", "--since", span.first().toString(), "--until"));
    arguments.addAll(List.of(span.until().toString(), "--format", "json", "--out"));
    arguments.add(file.toString());
    try {
      watershed.runEnding(JUDGED, arguments.toArray(String[]::new));
      return JsonNode.read(file);
    } finally {
      Files.delete(file);
    }
  }

  private static KeyAgreement with(
      SpanVerdicts one, List<SpanVerdicts> others, SpanVerdicts whole) {
    return others.stream()
        .map(other -> KeyAgreement.of(one, other, whole))
        .reduce(KeyAgreement.NONE, KeyAgreement::plus);
  }

  /** Each with each later one. */
  private static KeyAgreement pairs(List<SpanVerdicts> spans, SpanVerdicts whole) {
    KeyAgreement all = KeyAgreement.NONE;
    for (int first = 0; first < spans.size(); first++) {
      all = all.plus(with(spans.get(first), spans.subList(first + 1, spans.size()), whole));
    }
    return all;
  }

  private static void say(String what, KeyAgreement agreement) {
    System.out.printf("%-17s %s%n", what, agreement.words());
  }

  /** The keys that some span lacks, and why. */
  private static void list(List<SpanVerdicts> spans, SpanVerdicts whole) {
    SortedSet<String> keys = new TreeSet<>();
    spans.forEach(span -> keys.addAll(span.errors().keySet()));
    int everywhere = 0;
    for (String key : keys) {
      List<SpanVerdicts> with =
          spans.stream().filter(span -> span.errors().containsKey(key)).toList();
      if (with.size() == spans.size()) {
        everywhere++;
        continue;
      }
      SpanVerdicts has = with.get(with.size() - 1);
      System.out.printf("%s%n  %s: %s%n", key, has.name(), has.errors().get(key));
      for (SpanVerdicts lacks : spans) {
        if (!lacks.errors().containsKey(key)) {
          VerdictDifference why = VerdictDifference.of(key, has, lacks, whole);
          System.out.printf("  not %s: %s, %s%n", lacks.name(), why.reason(), why.words());
        }
      }
    }
    System.out.printf("%d of %d keys hold in every span%n", everywhere, keys.size());
  }
}
