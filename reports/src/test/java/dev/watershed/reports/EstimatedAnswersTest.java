package dev.watershed.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.span.SpanFacts;
import dev.watershed.reports.json.AnalyzeJson;
import dev.watershed.reports.text.AnalyzeText;
import dev.watershed.reports.text.Style;
import dev.watershed.reports.text.TextOptions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A load that is an estimate in part is never printed as one that is exact. */
class EstimatedAnswersTest {

  private static final TextOptions TEXT = new TextOptions(100, new Style(false));

  @Test
  void theTextSaysSharesWithIntervalsAndWhatTheyRestOn() {
    String text = text(EstimatedShop.facts(GroupBy.DIGEST, 0));

    assertThat(text)
        .contains("\nby     market about 60.0 %  member about 22.5 %  unattributed about 17.5 %\n")
        .contains(
            """

            service          share  time    95% interval  in logs  samples
            market          60.0 %  24 s     21 s – 27 s      6 s       60
            member          22.5 %   9 s    6.5 s – 12 s      0 s       30
            (unattributed)   2.5 %   1 s  200 ms – 2.5 s      0 s        3
            """)
        .doesNotContain("\u001b");
    assertThat(text.replaceAll("\\s+", " "))
        .contains("Estimated from counters: time shares of running statements, one look per")
        .contains("content-1: 93 samples stand for 28 s of 30 s counted.")
        .contains("2 s may be anybody's, and is in every upper end.")
        .contains("quiet-1: 4 s counted, of which no running statement was seen")
        .contains("lie in the intervals for 1 of 2 accounts (by chance one in 20");
  }

  @ParameterizedTest
  @CsvSource({"SERVICE, service, market", "MODULE, module, market/coupon"})
  void groupsByServiceOrModuleAreTheEstimate(GroupBy groupBy, String title, String first)
      throws IOException {
    SpanFacts facts = EstimatedShop.facts(groupBy, 2);

    assertThat(text(facts))
        .containsPattern("\n" + title + " +share +time +95% interval")
        .containsPattern("\n" + first + " +60.0 % +24 s")
        .contains("1 more. All: --limit 0");
    assertThat(json(facts))
        .contains("\"groupBy\":\"" + title + "\",\"orderBy\":\"time\",\"groupCount\":3,")
        .contains(
            "\"groups\":[{\"name\":\"" + first + "\",\"known\":true,\"calls\":null,\"share\":0.6,");
  }

  @Test
  void theSameForMachines() throws IOException {
    assertThat(json(EstimatedShop.facts(GroupBy.DIGEST, 0)))
        .contains(
            "\"services\":[{\"service\":\"market\",\"calls\":null,\"share\":0.6,"
                + "\"queryTimeSeconds\":24,\"lowSeconds\":21,\"highSeconds\":27,"
                + "\"exactSeconds\":6,\"sampledSeconds\":18,\"samples\":60}")
        .contains("{\"service\":null,\"calls\":null,\"share\":0.025,")
        .contains(
            "\"samples\":93,\"queryTimeSeconds\":40,\"unseenServiceHighSeconds\":1.2,"
                + "\"unsampledSeconds\":2,\"openSeconds\":2,\"unattributedSeconds\":4,")
        .contains("\"accountsAgreeing\":1,\"accounts\":[{\"account\":\"market\",")
        .contains(
            "\"countedShare\":0.3,\"sampledShare\":0.05,\"sampledShareLow\":0.01,"
                + "\"sampledShareHigh\":0.1,\"agrees\":false}");
  }

  @Test
  void whatLogsShowAloneIsNoEstimate() throws IOException {
    SpanFacts exact = ShopStore.facts();

    assertThat(text(exact)).doesNotContain("about", "interval", "Estimated");
    assertThat(json(exact)).contains("\"attribution\":null").doesNotContain("lowSeconds");
  }

  private static String text(SpanFacts facts) {
    return new AnalyzeText(TEXT).render(facts, ShopStore.CONTEXT);
  }

  private static String json(SpanFacts facts) throws IOException {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    AnalyzeJson.write(facts, ShopStore.CONTEXT, stream);
    return stream.toString(StandardCharsets.UTF_8).replaceAll("\\s", "");
  }
}
