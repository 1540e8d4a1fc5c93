package dev.watershed.collector.reference;

/**
 * The account of a user line: {@code u[u] @ host [ip] Id: 12}.
 *
 * @param user the name before the bracket, or in it where there is none before
 * @param host the host name; may be empty
 * @param address the IP address; may be empty
 */
record ReferenceAccount(String user, String host, String address) {

  static final ReferenceAccount NONE = new ReferenceAccount("", "", "");

  static ReferenceAccount of(String line) {
    int at = line.indexOf(" @ ");
    String account = at < 0 ? line.strip() : line.substring(0, at);
    String client = at < 0 ? "" : line.substring(at + 3);
    int bracket = account.indexOf('[');
    String user = bracket < 0 ? account : account.substring(0, bracket);
    if (user.isEmpty() && bracket >= 0) {
      user = upTo(account.substring(1), ']');
    }
    int addressAt = client.indexOf('[');
    String host = addressAt < 0 ? client : client.substring(0, addressAt);
    String address = addressAt < 0 ? "" : upTo(client.substring(addressAt + 1), ']');
    return new ReferenceAccount(user.strip(), host.strip(), address.strip());
  }

  private static String upTo(String text, char end) {
    int index = text.indexOf(end);
    return index < 0 ? text : text.substring(0, index);
  }
}
