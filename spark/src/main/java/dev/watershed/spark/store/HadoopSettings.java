package dev.watershed.spark.store;

import java.util.HashMap;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** Settings of Hadoop by their names, as they travel to the executors. */
public final class HadoopSettings {

  private HadoopSettings() {}

  /** The names and values of settings. */
  public static HashMap<String, String> of(Configuration configuration) {
    HashMap<String, String> settings = new HashMap<>();
    configuration.forEach(one -> settings.put(one.getKey(), one.getValue()));
    return settings;
  }

  /** The settings with these names and values, and no defaults. */
  public static Configuration of(Map<String, String> settings) {
    Configuration configuration = new Configuration(false);
    settings.forEach(configuration::set);
    return configuration;
  }
}
