package dev.watershed.spark.collect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.collector.slowlog.SlowLogOptions;
import dev.watershed.sql.SqlMode;
import dev.watershed.workload.WorkloadBounds;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that went to a task are those that the driver had. */
class ReaderSettingsTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
  void anyArrive(long seed) throws IOException, ClassNotFoundException {
    SlowLogOptions options = options(new SplittableRandom(seed));
    assertThat(sent(options)).isEqualTo(options);
  }

  private static SlowLogOptions options(SplittableRandom random) {
    return new SlowLogOptions(
        new SqlMode(
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean(),
            random.nextBoolean()),
        random.nextBoolean() ? Optional.of(ZoneId.of("Asia/Tokyo")) : Optional.empty(),
        random.nextBoolean() ? OptionalLong.of(random.nextLong(1, 100)) : OptionalLong.empty(),
        random.nextBoolean() ? OptionalDouble.of(random.nextDouble(10)) : OptionalDouble.empty(),
        Optional.empty(),
        Optional.empty(),
        random.nextBoolean(),
        random.nextBoolean() ? List.of("action", "controller") : List.of(),
        random.nextInt(0, 33),
        1,
        WorkloadBounds.standard());
  }

  private static SlowLogOptions sent(SlowLogOptions options)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(new ReaderSettings(options));
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return ((ReaderSettings) in.readObject()).options();
    }
  }
}
