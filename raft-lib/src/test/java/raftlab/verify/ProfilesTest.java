package raftlab.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import raftlab.core.UserError;

/** Every profile is what it says, and says what it is for. */
class ProfilesTest {

  @Test
  void everyProfileHasThePurposeAndTheChangesItLists() {
    for (String name : Profile.names()) {
      Map<String, String> expected = new HashMap<>(Profile.DEFAULT.settings());
      for (String change : Profile.changes(name).split(" ")) {
        if (!change.isEmpty()) {
          String[] parts = change.split("=", 2);
          expected.put(parts[0], parts[1]);
        }
      }
      assertEquals(expected, Profile.named(name).settings(), name);
      assertFalse(Profile.purpose(name).isBlank(), name);
      assertEquals(name, Profile.named(name).name());
    }
  }

  @Test
  void saysWhatWasChangedOfWhichProfile() {
    Profile changed = Profile.named("minerva").with("percent", "value").with("tolerance", "exact");
    assertEquals("minerva", changed.base());
    assertEquals(Map.of("percent", "value", "tolerance", "exact"), changed.changes());
    assertEquals(
        Map.of(),
        changed.with("percent", usual("percent")).with("tolerance", "rel=1e-2").changes());
    assertEquals(Map.of(), Profile.named("minerva").changes());
    assertEquals("default", Profile.DEFAULT.base());
  }

  private static String usual(String option) {
    return Profile.DEFAULT.settings().get(option);
  }

  @Test
  void aMisspeltProfileIsAnsweredWithTheNearest() {
    UserError error = assertThrows(UserError.class, () -> Profile.purpose("mathverify"));
    assertTrue(error.getMessage().contains("math-verify"), error.getMessage());
  }

  @Test
  void peersDifferWhereTheirGradersDo() {
    assertTrue(Verifier.of(Profile.named("qwen")).verifyAnswer("0.64", "64").equal());
    assertFalse(Verifier.of(Profile.DEFAULT).verifyAnswer("0.64", "64").equal());
    assertFalse(Verifier.of(Profile.named("prm800k")).verifyAnswer("\\frac{90}{6}", "15").equal());
    assertTrue(Verifier.of(Profile.named("mario")).verifyAnswer("2.236", "\\sqrt5").equal());
    assertFalse(Verifier.of(Profile.named("hendrycks")).verifyAnswer("2, 9", "9, 2").equal());
    assertTrue(Verifier.of(Profile.named("math-verify")).verifyAnswer("4,75", "4.75").equal());
  }
}
