package raftlab.verify;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import raftlab.core.Suggest;
import raftlab.core.UsageError;
import raftlab.core.UserError;

/**
 * A named, immutable set of options (verifier.md, section 4). Its name is recorded with every
 * score; a changed option becomes part of the name, as in {@code math+percent=value}.
 */
public final class Profile {

  /** The options as they stand in the documentation. */
  public static final Profile DEFAULT = new Profile("default", Map.of());

  private final String name;
  private final Map<Option, String> given;
  private final Rules rules;

  private Profile(String name, Map<Option, String> given) {
    this.name = name;
    this.given = given.isEmpty() ? Map.of() : Map.copyOf(given);
    this.rules = Rules.of(given);
  }

  /** Returns a profile by its name; an unknown name is a {@link UserError} with the nearest one. */
  public static Profile named(String name) {
    Profiles.Entry entry = Profiles.ALL.get(name);
    if (entry == null) {
      throw new UsageError(
          "there is no verifier profile \"" + name + "\"",
          "profiles: " + String.join(", ", names()),
          Suggest.nearest(name, names()).map(n -> "Did you mean " + n + "?").orElse(""));
    }
    Profile profile = new Profile(name, Map.of());
    String options = entry.settings();
    for (String setting : options.isEmpty() ? new String[0] : options.split(" ")) {
      int equals = setting.indexOf('=');
      profile = profile.set(name, setting.substring(0, equals), setting.substring(equals + 1));
    }
    return profile;
  }

  /** Returns the names of all profiles in the order of the documentation. */
  public static List<String> names() {
    return List.copyOf(Profiles.ALL.keySet());
  }

  /** Returns the options that a named profile changes, as {@code option=value} with spaces. */
  public static String changes(String name) {
    return entry(name).settings();
  }

  /** Returns what a named profile is for, whose grader it follows and where it does not. */
  public static String purpose(String name) {
    return entry(name).purpose();
  }

  private static Profiles.Entry entry(String name) {
    named(name);
    return Profiles.ALL.get(name);
  }

  /** Returns the names of all options. */
  public static List<String> options() {
    return Option.keys();
  }

  /** Returns the values of an option, or the forms they have, for a reader; the default first. */
  public static String forms(String option) {
    return checked(option).forms();
  }

  /**
   * Returns this profile with one option changed.
   *
   * @throws UserError if there is no such option or it has no such value
   */
  public Profile with(String option, String value) {
    return set(name + "+" + option + "=" + value, option, value);
  }

  private static Option checked(String key) {
    Option option = Option.find(key);
    if (option == null) {
      throw new UserError(
          "there is no verifier option \"" + key + "\"",
          "options: " + String.join(", ", Option.keys()),
          Suggest.nearest(key, Option.keys()).map(n -> "Did you mean " + n + "?").orElse(""));
    }
    return option;
  }

  private Profile set(String newName, String key, String value) {
    Option option = checked(key);
    Map<Option, String> changed = new EnumMap<>(Option.class);
    changed.putAll(given);
    changed.put(option, value);
    return new Profile(newName, changed);
  }

  /** Returns the name recorded with scores. */
  public String name() {
    return name;
  }

  /** Returns the named profile that this one was made from. */
  public String base() {
    int change = name.indexOf('+');
    return change < 0 ? name : name.substring(0, change);
  }

  /** Returns the options whose value is not that of the named profile, by their names. */
  public Map<String, String> changes() {
    Map<String, String> usual = named(base()).settings();
    Map<String, String> changes = settings();
    changes.entrySet().removeAll(usual.entrySet());
    return changes;
  }

  /** Returns every option with its value, in the order of the documentation. */
  public Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    for (Option option : Option.values()) {
      settings.put(option.key(), given.getOrDefault(option, option.preset()));
    }
    return settings;
  }

  Rules rules() {
    return rules;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Profile that && settings().equals(that.settings());
  }

  @Override
  public int hashCode() {
    return settings().hashCode();
  }

  @Override
  public String toString() {
    return name;
  }
}
