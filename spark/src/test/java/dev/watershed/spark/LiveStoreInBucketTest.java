package dev.watershed.spark;

import dev.watershed.spark.store.ObjectServer;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Logs and store in a bucket of a service that speaks S3. */
@Tag("live")
class LiveStoreInBucketTest extends StoreElsewhereContract {

  private static ObjectServer server;
  private static String bucket;
  private static LocalSpark spark;

  @BeforeAll
  static void start() {
    server = ObjectServer.start();
    bucket = server.bucket("fleet");
    Map<String, String> settings =
        server.settings().entrySet().stream()
            .collect(Collectors.toMap(one -> "spark.hadoop." + one.getKey(), Map.Entry::getValue));
    spark = new LocalSpark("local[2]", settings);
  }

  @AfterAll
  static void stop() {
    if (spark != null) {
      spark.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @Override
  LocalSpark spark() {
    return spark;
  }

  /** What commands do with windows that they have is no matter of where these are. */
  @Override
  String[] commands() {
    return new String[] {"analyze"};
  }

  @Override
  String root() {
    return bucket + "/marketplace";
  }
}
