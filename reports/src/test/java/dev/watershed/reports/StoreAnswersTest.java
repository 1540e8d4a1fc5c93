package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.diff.SpanDiff;
import dev.watershed.analyzer.ranking.WorkloadFacts;
import dev.watershed.analyzer.saying.Saying;
import dev.watershed.reports.json.AnalyzeJson;
import dev.watershed.reports.json.CheckJson;
import dev.watershed.reports.json.DiffJson;
import dev.watershed.reports.text.AnalyzeText;
import dev.watershed.reports.text.CheckText;
import dev.watershed.reports.text.DiffText;
import dev.watershed.reports.text.Style;
import dev.watershed.reports.text.TextOptions;
import dev.watershed.rules.gate.GateResult;
import dev.watershed.rules.verdict.Evidence;
import dev.watershed.rules.verdict.Inconclusive;
import dev.watershed.rules.verdict.Severity;
import dev.watershed.rules.verdict.Verdict;
import dev.watershed.rules.verdict.Violation;
import dev.watershed.rules.verdict.ViolationKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the commands that read a store print, as a whole. */
class StoreAnswersTest {

  private static final TextOptions TEXT = new TextOptions(100, new Style(false));
  private static final Duration DAY = Duration.ofDays(1);

  private interface Json {
    void write(ByteArrayOutputStream stream) throws IOException;
  }

  @Test
  void analyze() throws IOException {
    Golden.assertEquals(
        new AnalyzeText(TEXT).render(ShopStore.facts(), ShopStore.CONTEXT), "analyze.txt");
    Golden.assertEquals(
        json(stream -> AnalyzeJson.write(ShopStore.facts(), ShopStore.CONTEXT, stream)),
        "analyze.json");
  }

  @Test
  void check() throws IOException {
    Golden.assertEquals(new CheckText(TEXT).render(result(), WidenedSpan.NONE), "check.txt");
    Golden.assertEquals(
        json(stream -> CheckJson.write(result(), WidenedSpan.NONE, stream)), "check.json");
  }

  @Test
  void diff() throws IOException {
    ComparedSpans spans = spans();
    Golden.assertEquals(new DiffText(TEXT).render(spans, spans.diff().changes()), "diff.txt");
    Golden.assertEquals(
        json(stream -> DiffJson.write(spans, spans.diff().changes(), stream)), "diff.json");
  }

  @Test
  void meansWithoutVarianceAreApartByNoNumberOfErrors() {
    long[] before = new long[40];
    Arrays.fill(before, 1_000);
    long[] after = new long[40];
    Arrays.fill(after, 9_000);
    ComparedSpans spans =
        spans(
            ShopStore.every(new WorkloadFixture().statement("SELECT a FROM slower").run(before)),
            ShopStore.every(new WorkloadFixture().statement("SELECT a FROM slower").run(after)));
    assertThat(new DiffText(TEXT).render(spans, spans.diff().changes()))
        .contains("1 ms →     9 ms\n")
        .doesNotContain("standard errors");
  }

  private static GateResult result() {
    Violation violation =
        Violation.seen(
            Severity.ERROR,
            ViolationKey.ofService("budget.p95", "booking"),
            "booking",
            List.of("booking", "search"),
            "The 95th percentile of booking is 212 ms, its budget 100 ms.",
            "Rank its statements.",
            List.of(Evidence.of("p95Millis", 211.9), Evidence.of("calls", 1_001L)));
    Inconclusive inconclusive =
        new Inconclusive(
            "budget.p95", "payment", Saying.verbatim("its log has a threshold of 1 s"));
    return GateResult.of(
        new Verdict(List.of(violation), List.of(inconclusive), List.of(), 3, 1), Optional.empty());
  }

  private static ComparedSpans spans() {
    WorkloadFacts base =
        ShopStore.every(
            new WorkloadFixture()
                .statement("SELECT a FROM slower")
                .run(times(40, 1_000))
                .statement("SELECT a FROM same")
                .run(times(30, 2_000))
                .statement("SELECT a FROM gone")
                .run(times(30, 3_000)));
    WorkloadFacts head =
        ShopStore.every(
            new WorkloadFixture()
                .statement("SELECT a FROM slower")
                .run(times(40, 9_000))
                .statement("SELECT a FROM same")
                .run(times(30, 2_000))
                .statement("SELECT a FROM new_one WHERE b = 1")
                .run(5_000_000));
    return spans(base, head);
  }

  private static ComparedSpans spans(WorkloadFacts base, WorkloadFacts head) {
    return new ComparedSpans(
        new ComparedSpans.Span(
            Instant.parse("2026-11-22T00:00:00Z"), Instant.parse("2026-11-23T00:00:00Z"), 100),
        new ComparedSpans.Span(
            Instant.parse("2026-11-23T00:00:00Z"), Instant.parse("2026-11-24T00:00:00Z"), 71),
        SpanDiff.of(base, DAY, head, DAY),
        List.of(),
        List.of("head: windows count whole, and some reach beyond the span asked for."));
  }

  /** Calls around a time, so that there is a variance. */
  private static long[] times(int calls, long micros) {
    long[] times = new long[calls];
    Arrays.setAll(times, call -> micros + call % 3 * micros / 50);
    return times;
  }

  private static String json(Json json) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    json.write(bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
