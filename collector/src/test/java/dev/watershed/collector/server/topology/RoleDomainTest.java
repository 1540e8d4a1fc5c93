package dev.watershed.collector.server.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.watershed.collector.encoding.ByteReader;
import dev.watershed.collector.encoding.ByteWriter;
import dev.watershed.collector.encoding.DamagedBytesException;
import dev.watershed.collector.server.SampleSpan;
import dev.watershed.workload.IssueReason;
import dev.watershed.workload.SourceFile;
import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoleDomainTest {

  @ParameterizedTest
  @CsvSource({"false, false, 0", "false, true, 1", "true, true, 0", "true, false, 1"})
  void aSampleInWhichTheServerContradictsItsRoleIsAnIssue(
      boolean replica, boolean readOnly, int issues) {
    RoleDomain domain = new RoleDomain(replica);

    assertThat(issues(domain, domain.difference(domain.beginning(), readOnly))).isEqualTo(issues);
    assertThat(issues(domain, domain.first(readOnly).orElseThrow())).isEqualTo(issues);
  }

  @Test
  void samplesComeBackFromBytes() throws DamagedBytesException {
    RoleDomain domain = new RoleDomain(false);
    ByteWriter bytes = new ByteWriter();
    domain.encode(true, bytes);

    assertThat(domain.decode(new ByteReader(bytes.toByteArray()))).isTrue();
    assertThatExceptionOfType(DamagedBytesException.class)
        .isThrownBy(() -> domain.decode(new ByteReader(new byte[] {9, 1})))
        .withMessage("a role of version 9");
  }

  private static long issues(RoleDomain domain, boolean difference) {
    WorkloadBuilder window = new WorkloadBuilder(WorkloadBounds.standard());
    domain.contribute(difference, new SampleSpan(Instant.EPOCH, Instant.EPOCH), window);
    return window
        .build(List.of(new SourceFile("s", 0, 0, 0)), OptionalDouble.of(0), sample -> "")
        .quality()
        .count(IssueReason.ROLE_DIFFERS);
  }
}
