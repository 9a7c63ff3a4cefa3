package raftlab.core;

import java.util.function.Supplier;

/** Argument checks whose messages carry the name and the value. Each returns what it checked. */
public final class Checks {

  private Checks() {}

  /** Fails with {@link IllegalArgumentException}: a caller's bug, not a user's mistake. */
  public static void that(boolean condition, Supplier<String> message) {
    if (!condition) {
      throw new IllegalArgumentException(message.get());
    }
  }

  /** Fails with {@link UserError}: a mistake of the user. */
  public static void user(boolean condition, String what, String known, String advice) {
    if (!condition) {
      throw new UserError(what, known, advice);
    }
  }

  /** Fails with {@link UsageError}: an option or a setting whose value cannot be. */
  public static void usage(boolean condition, String what, String known, String advice) {
    if (!condition) {
      throw new UsageError(what, known, advice);
    }
  }

  public static <T> T notNull(T value, String name) {
    that(value != null, () -> name + " is missing");
    return value;
  }

  public static String notBlank(String value, String name) {
    that(value != null && !value.isBlank(), () -> name + " is empty");
    return value;
  }

  public static int atLeast(int value, int least, String name) {
    that(value >= least, () -> name + " is " + value + ", less than " + least);
    return value;
  }
}
