package dev.watershed.spark;

import java.util.Map;
import java.util.function.Supplier;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** A Spark inside this process. */
public final class LocalSpark implements Supplier<JavaSparkContext>, AutoCloseable {

  private final JavaSparkContext spark;

  /**
   * @param master such as {@code local[2,4]}: two tasks at a time, each tried four times
   */
  public LocalSpark(String master, Map<String, String> settings) {
    SparkConf conf =
        new SparkConf(false)
            .setMaster(master)
            .setAppName("test")
            .set("spark.ui.enabled", "false")
            .set("spark.driver.host", "127.0.0.1")
            .set("spark.driver.bindAddress", "127.0.0.1");
    settings.forEach(conf::set);
    this.spark = new JavaSparkContext(conf);
  }

  @Override
  public JavaSparkContext get() {
    return spark;
  }

  @Override
  public void close() {
    spark.stop();
  }
}
