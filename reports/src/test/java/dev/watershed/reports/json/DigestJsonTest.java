package dev.watershed.reports.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.ranking.GroupBy;
import dev.watershed.analyzer.ranking.Order;
import dev.watershed.analyzer.ranking.Ranker;
import dev.watershed.analyzer.ranking.RankingOptions;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.reports.FailedSource;
import dev.watershed.reports.Golden;
import dev.watershed.reports.ReportContext;
import dev.watershed.reports.Shop;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DigestJsonTest {

  private static final List<FailedSource> FAILED =
      List.of(new FailedSource("old.log.gz", "old.log.gz: no such file"));

  @Test
  void digests() throws IOException {
    Golden.assertEquals(json(Shop.workload(), GroupBy.DIGEST, 2), "digest.json");
  }

  @Test
  void accountsOfALogWithAThreshold() throws IOException {
    WorkloadFixture slow = Shop.workload().longQueryTime(OptionalDouble.of(0.000_005));
    Golden.assertEquals(json(slow, GroupBy.ACCOUNT, 0), "accounts.json");
  }

  @ParameterizedTest
  @EnumSource(GroupBy.class)
  void everyGroupingIsWellFormed(GroupBy groupBy) throws IOException {
    String json = json(Shop.workload(), groupBy, 0);
    assertThat(tokens(json)).contains("groupBy", groupBy.key());
    assertThat(json).isEqualTo(json(Shop.workload(), groupBy, 0));
  }

  @Test
  void nothingReadHasNothingUnknownMadeUp() throws IOException {
    String json = json(new WorkloadFixture(), GroupBy.DIGEST, 20);
    assertThat(json).contains("\"events\" : 0", "\"firstSeen\" : null", "\"digests\" : [ ]");
  }

  @Test
  void hostileTextComesBackAsItWasAndHarmless() throws IOException {
    String hostile = "`\u001b[2J\u009b\u202e\u2028\u007f</script>\"\\ 予約 😀`";
    WorkloadFixture fixture = new WorkloadFixture().statement("SELECT " + hostile).run(1);
    String json = json(fixture, GroupBy.DIGEST, 0);
    assertThat(tokens(json)).anyMatch(token -> token.contains(hostile));
    assertThat(json).contains("予約").doesNotContain("\u009b", "\u202e", "\u2028", "\u007f");
  }

  @Test
  void anUnpairedSurrogateIsReplaced() throws IOException {
    WorkloadFixture fixture = new WorkloadFixture().user("a\ud800b").run(1);
    assertThat(tokens(json(fixture, GroupBy.ACCOUNT, 0))).contains("a?b");
  }

  private static String json(WorkloadFixture fixture, GroupBy groupBy, int limit)
      throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DigestJson.write(
        new Ranker(fixture.build(), ServiceMapping.accounts())
            .rank(new RankingOptions(groupBy, Order.TIME, limit)),
        new ReportContext(List.of(), Optional.empty(), FAILED),
        bytes);
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static List<String> tokens(String json) throws IOException {
    List<String> tokens = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        tokens.add(parser.getText());
      }
    }
    return tokens;
  }
}
