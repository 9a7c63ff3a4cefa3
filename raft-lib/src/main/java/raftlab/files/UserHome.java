package raftlab.files;

import java.nio.file.Path;
import java.util.Map;

/**
 * The user's home folder: {@code HOME} where it is set, as every other program sees it, else what
 * the password file says ({@code user.home}). The JDK reads only the latter.
 */
public final class UserHome {

  private UserHome() {}

  /** Returns the home of this process. */
  public static Path path() {
    return of(System.getenv(), System.getProperty("user.home"));
  }

  static Path of(Map<String, String> environment, String otherwise) {
    String home = environment.get("HOME");
    return Path.of(home == null || home.isBlank() ? otherwise : home);
  }
}
