package dev.watershed.collector.slowlog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.WorkloadBounds;
import dev.watershed.workload.WorkloadBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SchemaNamesTest {

  private final WorkloadBuilder builder =
      new WorkloadBuilder(WorkloadBounds.ofNames(9, 9, 1 << 15, 9, 9));
  private final SchemaNames names = new SchemaNames(builder);

  @Test
  void aBackTickIsDoubledInBackTicksOnly() {
    assertThat(schema("a``b", true)).isEqualTo("a`b");
    assertThat(schema("a``b", false)).isEqualTo("a``b");
    assertThat(schema("shop", true)).isEqualTo(schema("shop", false)).isEqualTo("shop");
  }

  @Test
  void aSchemaIsFoundAgainHoweverManyThereAre() {
    for (int i = 0; i < 80_000; i++) {
      String name = "s" + i % 70_000;
      String found = schema(name, false);
      assertThat(found.equals(name)).as("%s is %s", name, found).isTrue();
    }
  }

  private String schema(String name, boolean quoted) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, bytes.length + Words.PADDING);
    return builder.schemaName(names.indexOf(padded, 0, bytes.length, quoted));
  }
}
