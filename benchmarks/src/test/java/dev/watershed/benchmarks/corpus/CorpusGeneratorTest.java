package dev.watershed.benchmarks.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.watershed.collector.reference.ReferenceEvent;
import dev.watershed.collector.reference.ReferenceIssue;
import dev.watershed.collector.reference.ReferenceLog;
import dev.watershed.collector.reference.ReferenceOptions;
import dev.watershed.collector.reference.ReferenceSlowLogReader;
import dev.watershed.sql.SqlMode;
import dev.watershed.sql.fingerprint.Fingerprints;
import dev.watershed.workload.IssueReason;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorpusGeneratorTest {

  private static final int BYTES = 2 << 20;

  @ParameterizedTest
  @EnumSource
  void everyEventIsReadable(CorpusShape shape) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long events = CorpusGenerator.write(shape, 7, BYTES, out);
    ReferenceLog log = ReferenceSlowLogReader.read(out.toByteArray(), ReferenceOptions.standard());
    assertThat(log.events()).hasSize((int) events);
    assertThat(log.issues())
        .extracting(ReferenceIssue::reason)
        .containsOnly(IssueReason.INHERITED_SCHEMA);
    assertThat(log.events()).extracting(ReferenceEvent::schema).doesNotContain("");
    assertThat(out.size()).isGreaterThanOrEqualTo(BYTES);
  }

  @ParameterizedTest
  @EnumSource
  void theSameSeedGivesTheSameLog(CorpusShape shape) throws IOException {
    assertThat(log(shape, 3)).isEqualTo(log(shape, 3)).isNotEqualTo(log(shape, 4));
  }

  @ParameterizedTest
  @ValueSource(longs = {2_000, 37_000, 700_000})
  void statementsAreAsFarApartAsAskedFor(long apartMicros) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    long events = CorpusGenerator.write(CorpusShape.MIXED, 7, BYTES, apartMicros, out);
    List<ReferenceEvent> read =
        ReferenceSlowLogReader.read(out.toByteArray(), ReferenceOptions.standard()).events();
    long micros =
        ChronoUnit.MICROS.between(
            read.get(0).endedAt().orElseThrow(), read.get(read.size() - 1).endedAt().orElseThrow());
    assertThat(micros / (double) events).isCloseTo(apartMicros, withinPercentage(10));
  }

  private static byte[] log(CorpusShape shape, long seed) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CorpusGenerator.write(shape, seed, 200_000, out);
    return out.toByteArray();
  }

  @Test
  void everyTemplateIsADigestOfItsOwn() throws IOException {
    for (TemplateSource source : List.of(new ShortStatements(), new OrmSelects())) {
      TemplatePool pool =
          new TemplatePool(source, CorpusGenerator.DIGESTS, new SplittableRandom(1));
      Set<Long> digests = new HashSet<>();
      for (StatementTemplate template : pool.templates()) {
        digests.add(Fingerprints.of(written(template), SqlMode.standard()).digest());
      }
      assertThat(digests).hasSizeGreaterThan(5_000);
    }
  }

  private static byte[] written(StatementTemplate template) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteWriter writer = new ByteWriter(out);
    new LiteralWriter(writer, new SplittableRandom(5)).statement(template);
    writer.flush();
    return out.toByteArray();
  }

  @Test
  void statementsHaveTheSizesOfTheirShape() throws IOException {
    TemplatePool selects = new TemplatePool(new OrmSelects(), 500, new SplittableRandom(1));
    for (StatementTemplate template : selects.templates()) {
      assertThat(written(template).length).isBetween(400, 6_000);
    }
  }
}
