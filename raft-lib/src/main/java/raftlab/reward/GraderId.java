package raftlab.reward;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import raftlab.core.Checks;
import raftlab.verify.Profile;
import raftlab.verify.Verifier;

/**
 * Who gave the verdicts behind a number, and by which rules.
 *
 * @param profile the verifier's profile, else the checker's name; {@code unknown} if nobody
 *     recorded it
 * @param options the options that differ from the profile, by name
 * @param version the version of the verdicts, for the verifier {@link Verifier#VERSION}; {@code
 *     unknown} for verdicts that were stored without one
 */
public record GraderId(String profile, Map<String, String> options, String version) {

  private static final String NOT_RECORDED = "unknown";

  /** The grader of a number that was stored without one. */
  public static final GraderId UNKNOWN = new GraderId(NOT_RECORDED, Map.of(), NOT_RECORDED);

  public GraderId {
    Checks.notBlank(profile, "grader profile");
    Checks.notBlank(version, "grader version");
    options = Collections.unmodifiableMap(new TreeMap<>(options));
  }

  /** The verifier of this library under a profile. */
  public static GraderId of(Profile profile) {
    return new GraderId(profile.base(), profile.changes(), Verifier.VERSION);
  }

  /** Another checker or a file's own verdicts, whose version is not known. */
  public static GraderId named(String name) {
    return name.isBlank() ? UNKNOWN : new GraderId(name, Map.of(), NOT_RECORDED);
  }

  @Override
  public String toString() {
    String changed =
        options.entrySet().stream()
            .map(option -> option.getKey() + "=" + option.getValue())
            .collect(Collectors.joining(", "));
    return profile + (changed.isEmpty() ? "" : " with " + changed) + ", version " + version;
  }
}
