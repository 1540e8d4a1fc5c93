package dev.watershed.spark.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HadoopStoresTest {

  @Test
  void aFileSystemThatNobodyKnowsIsRefused() {
    Configuration configuration = new Configuration();
    assertThatThrownBy(() -> HadoopStores.open("webhdfs://x/y", configuration))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a store cannot be on webhdfs")
        .hasMessageContaining("expected hdfs://, s3a:// or a local path");
  }

  /** Spark does not come with it. */
  @Test
  void whereS3aIsMissingItIsSaidHowItComes() {
    Configuration configuration = new Configuration();
    configuration.set("fs.s3a.impl", "no.such.FileSystem");
    assertThatThrownBy(() -> HadoopStores.open("s3a://fleet/store", configuration))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("s3a://fleet/store: Class no.such.FileSystem not found")
        .hasMessageContaining("--packages org.apache.hadoop:hadoop-aws");
  }

  @Test
  void whatWasOpenedToBeReadIsNotWritten(@TempDir Path folder) throws IOException {
    StoreFiles files = HadoopStores.openToRead(folder.toString(), new Configuration());
    assertThatThrownBy(() -> files.put("x", List.of()))
        .hasMessage(folder + " was opened to be read");
  }
}
