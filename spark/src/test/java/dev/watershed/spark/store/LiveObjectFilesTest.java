package dev.watershed.spark.store;

import dev.watershed.workload.store.file.StoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

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
    Configuration configuration = new Configuration();
    server.settings().forEach(configuration::set);
    // The least that S3 takes: what is longer would be sent in parts.
    configuration.set("fs.s3a.multipart.size", "5M");
    configuration.set("fs.s3a.multipart.threshold", "5M");
    return HadoopStores.open(bucket + "/" + ofTest.getFileName(), configuration);
  }
}
