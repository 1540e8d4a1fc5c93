package dev.watershed.cli.config;

import dev.watershed.analyzer.service.ServiceMapping;
import java.util.List;
import java.util.Objects;

/**
 * What the commands of this version use of a configuration.
 *
 * @param servers in the order of the file
 * @param services accounts, hosts, programs and comment tags to services
 * @param rawSamples whether samples keep their literals
 */
public record Configuration(
    List<ServerConfiguration> servers, ServiceMapping services, boolean rawSamples) {

  public Configuration {
    servers = List.copyOf(servers);
    Objects.requireNonNull(services, "services");
  }

  /** What holds without a configuration file. */
  public static Configuration none() {
    return new Configuration(List.of(), ServiceMapping.accounts(), false);
  }
}
