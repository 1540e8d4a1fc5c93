package dev.watershed.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.analyzer.WorkloadFixture;
import dev.watershed.analyzer.coverage.WidenedSpan;
import dev.watershed.analyzer.ranking.DigestExplainer;
import dev.watershed.analyzer.ranking.DigestFacts;
import dev.watershed.analyzer.service.ServiceMapping;
import dev.watershed.reports.Golden;
import dev.watershed.reports.Shop;
import dev.watershed.reports.json.ExplainJson;
import dev.watershed.workload.StatementText;
import dev.watershed.workload.Workload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ExplainTextTest {

  @Test
  void aDigest() {
    Golden.assertEquals(render(Shop.workload(), "SELECT id"), "explain.txt");
  }

  @Test
  void aDigestOfALogWithAThreshold() {
    WorkloadFixture slow = Shop.workload().longQueryTime(OptionalDouble.of(0.001));
    assertThat(render(slow, "UPDATE"))
        .contains("calls logged", "p50 –", "long_query_time was 1 ms", "orders (written)");
  }

  @Test
  void foreignTextCannotSteerTheTerminal() {
    WorkloadFixture fixture =
        new WorkloadFixture()
            .user("\u001b[2J")
            .schema("\u202e")
            .statement("SELECT `\u001b]0;x\u0007` FROM `t\u009b`\n\r\tWHERE a = '\u001b'")
            .run(1);
    assertThat(render(fixture, "SELECT").chars().filter(c -> c != '\n'))
        .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT);
  }

  @Test
  void jsonHasTheSame() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ExplainJson.write(
        facts(Shop.workload().build(), "SELECT id"), List.of(), WidenedSpan.NONE, bytes);
    Golden.assertEquals(bytes.toString(StandardCharsets.UTF_8), "explain.json");
  }

  private static String render(WorkloadFixture fixture, String beginning) {
    return new ExplainText(new TextOptions(80, new Style(false)))
        .render(facts(fixture.build(), beginning), List.of(), WidenedSpan.NONE);
  }

  private static DigestFacts facts(Workload workload, String beginning) {
    long digest =
        workload.texts().stream()
            .filter(text -> text.fingerprint().startsWith(beginning))
            .mapToLong(StatementText::digest)
            .findFirst()
            .orElseThrow();
    return new DigestExplainer(workload, ServiceMapping.accounts()).explain(digest).orElseThrow();
  }
}
