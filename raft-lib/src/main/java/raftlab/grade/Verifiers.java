package raftlab.grade;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import raftlab.core.UserError;
import raftlab.verify.Profile;
import raftlab.verify.Verifier;

/**
 * The verifier of each row: the one of the call, changed by the row's own {@code options}. Those
 * met last are kept. Not thread-safe: one per worker.
 */
final class Verifiers {

  private static final int KEPT = 256;
  private static final String PROFILE = "profile";

  private final Profile profile;
  private final Verifier usual;
  private final Map<JsonObject, Verifier> byOptions =
      new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<JsonObject, Verifier> eldest) {
          return size() > KEPT;
        }
      };

  Verifiers(Profile profile) {
    this.profile = profile;
    this.usual = Verifier.of(profile);
  }

  /**
   * Returns the verifier for a row.
   *
   * @param options the row's own, null if it has none
   * @throws UserError if there is no such option or value
   */
  Verifier of(JsonElement options) {
    return options == null || !options.isJsonObject() || areChoices(options.getAsJsonObject())
        ? usual
        : byOptions.computeIfAbsent(options.getAsJsonObject(), this::make);
  }

  /** A multiple-choice question's options are the texts of its choices by letter, not ours. */
  private static boolean areChoices(JsonObject options) {
    return options.keySet().stream().allMatch(key -> key.length() == 1);
  }

  private Verifier make(JsonObject options) {
    Profile own =
        options.has(PROFILE) ? Profile.named(options.get(PROFILE).getAsString()) : profile;
    for (Map.Entry<String, JsonElement> option : options.entrySet()) {
      if (!option.getKey().equals(PROFILE) && !option.getValue().isJsonNull()) {
        own = own.with(option.getKey(), JsonAnswers.response(option.getValue()).orElse(""));
      }
    }
    return Verifier.of(own);
  }
}
