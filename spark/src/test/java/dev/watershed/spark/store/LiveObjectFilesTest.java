package dev.watershed.spark.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A store in a bucket of a service that speaks S3, by way of S3A. */
@Tag("live")
class LiveObjectFilesTest extends SharedFilesContract {

  private static ObjectServer server;
  private static String bucket;

  @BeforeAll
  static void start() {
    server = ObjectServer.start();
    bucket = server.bucket("files");
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
  }

  @Override
  StoreFiles files(Path ofTest) throws IOException {
    return files(ofTest, server.endpoint());
  }

  private static StoreFiles files(Path ofTest, String endpoint) throws IOException {
    Configuration configuration = new Configuration();
    server.settings().forEach(configuration::set);
    configuration.set("fs.s3a.endpoint", endpoint);
    // The least that S3 takes: what is longer would be sent in parts.
    configuration.set("fs.s3a.multipart.size", "5M");
    configuration.set("fs.s3a.multipart.threshold", "5M");
    return HadoopStores.open(bucket + "/" + ofTest.getFileName(), configuration);
  }

  /** S3A puts once more, and is told that there is one: its own. */
  @Test
  void aFileWhoseAnswerWasLostIsInPlace() throws IOException {
    try (LostAnswer lossy = new LostAnswer(server.port())) {
      StoreFiles files = files(folder(), lossy.endpoint());
      lossy.loseNext();
      assertThat(files.putIfAbsent("w/1", List.of(bytes("first")))).isTrue();
      assertThat(lossy.lost()).isEqualTo(1);
      lossy.loseNext();
      assertThat(files.putIfAbsent("w/1", List.of(bytes("second")))).isFalse();
      assertThat(lossy.lost()).isEqualTo(2);
      assertThat(text(files.map("w/1"))).isEqualTo("first");
      lossy.loseNext();
      files.lock("lock", "me").close();
      assertThat(lossy.lost()).isEqualTo(3);
    }
  }
}
