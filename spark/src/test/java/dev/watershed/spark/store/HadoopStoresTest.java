package dev.watershed.spark.store;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;

class HadoopStoresTest {

  @Test
  void aFileSystemThatNobodyKnowsIsRefused() {
    Configuration configuration = new Configuration();
    assertThatThrownBy(() -> HadoopStores.open("webhdfs://x/y", configuration))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a store cannot be on webhdfs")
        .hasMessageContaining("expected hdfs://, s3a:// or a local path");
  }
}
