package dev.watershed.collector.server.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.server.Columns;
import dev.watershed.collector.server.ServerException;
import dev.watershed.collector.server.rounds.AnsweringServer;
import dev.watershed.workload.observation.ServerFact;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsDomainTest {

  private final FactsDomain domain =
      new FactsDomain(Map.of(ServerFact.ROLE, "replica", ServerFact.VERSION, "configured"));

  /** Uptimes are whole seconds: two looks at one process tell its start differently. */
  @ParameterizedTest
  @CsvSource({
    "one,   1970-01-01T00:00:03Z, 1970-01-01T00:00:03Z",
    "one,   1970-01-01T00:00:09Z, 1970-01-01T00:00:00Z",
    "other, 1970-01-01T00:00:03Z, 1970-01-01T00:00:00Z",
  })
  void theStartOfAProcessStaysAsItWasSeenFirst(String server, String before, String expected)
      throws ServerException {
    Facts previous = new Facts(server, Map.of(ServerFact.STARTED_AT, before));
    assertThat(sample(Optional.of(previous)).values())
        .containsEntry(ServerFact.STARTED_AT, expected);
  }

  @Test
  void whatTheServerSaysGoesBeforeWhatIsConfigured() throws ServerException {
    assertThat(sample(Optional.empty()).values())
        .containsEntry(ServerFact.VERSION, "9.7.4")
        .containsEntry(ServerFact.PRODUCT, "MySQL")
        .containsEntry(ServerFact.ROLE, "replica")
        .containsEntry(ServerFact.MAX_CONNECTIONS, "151");
  }

  /** What applies the changes of a group has the text {@code <NULL>} for a host. */
  @Test
  void channelsWithoutASourceAreNotAskedFor() {
    Columns columns = new Columns(List.of(new Columns.Column(FactsQueries.REPLICATION, "HOST")));

    assertThat(FactsQueries.sources(columns).orElseThrow().sql())
        .contains("WHERE HOST NOT IN ('', '<NULL>')");
  }

  @Test
  void factsComeBackFromBytes() throws Exception {
    Facts facts = sample(Optional.empty());
    ByteWriter bytes = new ByteWriter();
    domain.encode(facts, bytes);
    assertThat(domain.decode(new ByteReader(bytes.toByteArray()))).isEqualTo(facts);
  }

  private Facts sample(Optional<Facts> previous) throws ServerException {
    return domain.sample(
        new AnsweringServer(
            "performance_schema.global_variables", Map.of(ServerFact.MAX_CONNECTIONS, "151")),
        previous);
  }
}
