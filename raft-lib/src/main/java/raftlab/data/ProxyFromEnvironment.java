package raftlab.data;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import raftlab.core.UserError;

/**
 * Chooses proxies: the system properties of Java first ({@code https.proxyHost}, ...), then {@code
 * https_proxy}, {@code http_proxy} and {@code no_proxy} of the environment in either case.
 */
final class ProxyFromEnvironment extends ProxySelector {

  private final Map<String, String> environment;
  private final ProxySelector properties;

  private ProxyFromEnvironment(Map<String, String> environment, ProxySelector properties) {
    this.environment = environment;
    this.properties = properties;
  }

  static ProxySelector of(Map<String, String> environment, ProxySelector properties) {
    return new ProxyFromEnvironment(environment, properties);
  }

  @Override
  public List<Proxy> select(URI uri) {
    List<Proxy> set = properties == null ? List.of() : properties.select(uri);
    if (set.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT)) {
      return set;
    }
    return variable(uri.getScheme() + "_proxy")
        .filter(address -> !direct(String.valueOf(uri.getHost())))
        .map(address -> List.of(proxy(address)))
        .orElse(List.of(Proxy.NO_PROXY));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    if (properties != null) {
      properties.connectFailed(uri, address, failure);
    }
  }

  private boolean direct(String host) {
    for (String entry : variable("no_proxy").orElse("").split(",", -1)) {
      String name = entry.strip();
      String suffix = name.startsWith(".") ? name : "." + name;
      if (name.equals("*") || host.equals(name) || (!name.isEmpty() && host.endsWith(suffix))) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(
            environment.getOrDefault(name, environment.get(name.toUpperCase(Locale.ROOT))))
        .filter(value -> !value.isBlank());
  }

  private static Proxy proxy(String address) {
    try {
      URI uri = URI.create(address.contains("://") ? address : "http://" + address);
      if (uri.getHost() != null) {
        int port = uri.getPort() < 0 ? 80 : uri.getPort();
        return new Proxy(Proxy.Type.HTTP, new InetSocketAddress(uri.getHost(), port));
      }
    } catch (IllegalArgumentException e) {
      throw notAnAddress();
    }
    throw notAnAddress();
  }

  /** The value is not shown: it may hold a password. */
  private static UserError notAnAddress() {
    return new UserError(
        "the proxy variable is not an address", "", "Write it as http://host:port");
  }
}
