package dev.watershed.analyzer.ownership;

import dev.watershed.analyzer.service.Attribution;
import dev.watershed.analyzer.service.Service;
import dev.watershed.analyzer.service.ServiceModule;
import dev.watershed.analyzer.service.TablePattern;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What services and modules claim, in the order of the configuration, then what other files say.
 *
 * @param owns tables of their own
 * @param reads tables of others that they may read; what a service may, its modules may
 * @param notes what could not be concluded from other files, a sentence each
 */
public record Claims(List<Claim> owns, List<Claim> reads, List<String> notes) {

  public Claims {
    owns = List.copyOf(owns);
    reads = List.copyOf(reads);
    notes = List.copyOf(notes);
  }

  /** Claims about which there is nothing to say. */
  public Claims(List<Claim> owns, List<Claim> reads) {
    this(owns, reads, List.of());
  }

  /** These, and what other files say. */
  public Claims with(List<Claim> imported, List<String> said) {
    return new Claims(
        Stream.concat(owns.stream(), imported.stream()).toList(),
        reads,
        Stream.concat(notes.stream(), said.stream()).toList());
  }

  /** The claims of a configuration. */
  public static Claims of(List<Service> services) {
    return new Claims(
        all(services, Service::owns, ServiceModule::owns),
        all(services, Service::reads, ServiceModule::reads));
  }

  private static List<Claim> all(
      List<Service> services,
      Function<Service, List<TablePattern>> ofService,
      Function<ServiceModule, List<TablePattern>> ofModule) {
    List<Claim> claims = new ArrayList<>();
    for (Service service : services) {
      Attribution whole = Attribution.of(service.name());
      ofService.apply(service).forEach(pattern -> claims.add(new Claim(whole, pattern)));
      for (ServiceModule module : service.modules()) {
        Attribution part = Attribution.of(service.name(), module.name());
        ofModule.apply(module).forEach(pattern -> claims.add(new Claim(part, pattern)));
      }
    }
    return claims;
  }
}
