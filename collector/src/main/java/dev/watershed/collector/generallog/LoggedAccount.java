package dev.watershed.collector.generallog;

import dev.watershed.collector.origin.ClientNetwork;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what stands behind {@code Connect} and {@code Change user}: {@code user@host on schema
 * using TCP/IP}, with {@code as account} where the server took the user for another account.
 */
final class LoggedAccount {

  private static final Pattern ACCOUNT =
      Pattern.compile(
          "(?<user>.*?)@(?<host>[^@ ]*)(?: as (?<account>.*?))? on ?(?<schema>.*?)"
              + "(?: using (?:TCP/IP|SSL/TLS|Socket|Named Pipe|Shared Memory|Error))?",
          Pattern.DOTALL);
  private static final String NOBODY = "anonymous";
  private static final String DENIED = "Access denied for user ";

  private LoggedAccount() {}

  /**
   * The connection as it begins; empty where the server refused it, or the text is another.
   *
   * @param ipv4NetworkBits clients' addresses count by their network of so many bits
   */
  static Optional<Session> session(String argument, int ipv4NetworkBits) {
    Matcher matcher = ACCOUNT.matcher(argument.strip());
    if (argument.startsWith(DENIED) || !matcher.matches()) {
      return Optional.empty();
    }
    String account =
        Optional.ofNullable(matcher.group("account"))
            .filter(name -> !name.equals(NOBODY))
            .orElse(matcher.group("user"));
    return Optional.of(
        new Session(
                account, ClientNetwork.of(matcher.group("host"), ipv4NetworkBits), Optional.empty())
            .using(matcher.group("schema")));
  }
}
